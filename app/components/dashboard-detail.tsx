import { SECTION_TITLES, type SectionKey, type Sections } from '#app/domain/dashboard/sections.ts';
import { FigureTable } from './figure-table.tsx';

type Detail = { key: SectionKey; rowsAre: string; figuresAre: string; says: string };

const DETAILS: readonly Detail[] = [
  {
    key: 'groups',
    rowsAre: 'Group',
    figuresAre: 'In date',
    says: 'For all that law and statutory guidance ask. Groups under five are put together.',
  },
  {
    key: 'governors',
    rowsAre: 'Asked of governors',
    figuresAre: 'In date',
    says: 'What is asked of governors as such; of their safeguarding governor, everything.',
  },
  {
    key: 'evidence',
    rowsAre: 'Evidence',
    figuresAre: 'Things',
    says: 'What stands behind each thing in date: one thing is one person and one requirement.',
  },
  {
    key: 'knowledge',
    rowsAre: 'Quiz or topic',
    figuresAre: 'Figure',
    says: 'Since 1 September: people who passed; right answers in first attempts, the weakest topics.',
  },
  {
    key: 'delivered',
    rowsAre: 'Session or update',
    figuresAre: 'There',
    says: 'Who was there, or read it, of those who were expected; a session with its later sittings.',
  },
  {
    key: 'leftOut',
    rowsAre: 'Who',
    figuresAre: 'Count',
    says: 'Of everybody in post on the day.',
  },
];

/** The smaller tables of the dashboard, each with the sentence that says what is counted. */
export function DashboardDetail({ sections }: { sections: Sections }) {
  return (
    <div className="dashboard__grid">
      {DETAILS.map(({ key, rowsAre, figuresAre, says }) => (
        <section key={key}>
          <h2>{SECTION_TITLES[key]}</h2>
          <p className="dashboard__note">{says}</p>
          <FigureTable
            caption={SECTION_TITLES[key]}
            isCaptionHidden
            rows={sections[key]}
            rowsAre={rowsAre}
            figuresAre={figuresAre}
            isNarrow
          />
        </section>
      ))}
    </div>
  );
}

/** Which requirements set no interval, in a sentence. */
export function IntervalsSection({ rows }: { rows: Sections['intervals'] }) {
  return (
    <section>
      <h2>{SECTION_TITLES.intervals}</h2>
      {rows.map(({ item, figure, rest }) => (
        <p className="dashboard__rest" key={item}>
          {figure} {item}
          {rest ? `: ${rest}. Once done they never run out, until somebody decides.` : '.'}
        </p>
      ))}
    </section>
  );
}

/** Whether those who began this term met their first due days, in a sentence. */
export function InductionSection({ rows }: { rows: Sections['induction'] }) {
  return (
    <section>
      <h2>{SECTION_TITLES.induction}</h2>
      {rows.map(({ item }) => (
        <p className="dashboard__rest" key={item}>
          {item}
        </p>
      ))}
    </section>
  );
}
