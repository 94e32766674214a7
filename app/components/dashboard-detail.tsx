import { SECTION_TITLES, type SectionKey, type Sections } from '#app/domain/dashboard/sections.ts';
import { FigureTable } from './figure-table.tsx';

type Detail = { key: SectionKey; rowsAre: string; figuresAre: string; says: string };

const DETAILS: readonly Detail[] = [
  {
    key: 'induction',
    rowsAre: 'Term',
    figuresAre: 'On time',
    says: 'Of those who began this term and of whom something has fallen due: who had met all of it on its day.',
  },
  {
    key: 'groups',
    rowsAre: 'Group',
    figuresAre: 'In date',
    says: 'For everything that law and statutory guidance ask. Groups of fewer than five are put together.',
  },
  {
    key: 'governors',
    rowsAre: 'Asked of governors',
    figuresAre: 'In date',
    says: 'Governors are trained at induction, and again as the school decides.',
  },
  {
    key: 'intervals',
    rowsAre: 'Requirement',
    figuresAre: 'People',
    says: 'Once done it never runs out, because nobody has set how often it is renewed.',
  },
  {
    key: 'evidence',
    rowsAre: 'Evidence',
    figuresAre: 'Things in date',
    says: 'What stands behind what counts as in date: one person and one requirement is one thing.',
  },
  {
    key: 'leftOut',
    rowsAre: 'Who',
    figuresAre: 'How many',
    says: 'Of everybody in post on the day.',
  },
];

/** The smaller tables of the dashboard, each with the sentence that says what is counted. */
export function DashboardDetail({ sections }: { sections: Sections }) {
  const shown = DETAILS.filter(({ key }) => sections[key].length > 0);
  return (
    <div className="dashboard__grid">
      {shown.map(({ key, rowsAre, figuresAre, says }) => (
        <section key={key}>
          <h2>{SECTION_TITLES[key]}</h2>
          <p className="dashboard__note">{says}</p>
          <FigureTable
            caption={SECTION_TITLES[key]}
            isCaptionHidden
            rows={sections[key]}
            rowsAre={rowsAre}
            figuresAre={figuresAre}
            restIs="More"
          />
        </section>
      ))}
    </div>
  );
}
