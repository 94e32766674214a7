import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { parseId, requireSchoolVisit } from '#app/auth/visit.ts';
import { SummaryList } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { Said } from '#app/components/update-list.tsx';
import { schoolFacts } from '#app/data/facts.ts';
import { findUpdate } from '#app/data/updates.ts';
import { inWords } from '#app/domain/days.ts';
import { nameApart, namesApart } from '#app/domain/names-apart.ts';
import { may } from '#app/domain/permissions.ts';
import { heardWords, UPDATE_LABELS } from '#app/domain/sessions/updates.ts';
import { listed } from '#app/domain/words.ts';
import { doneWords } from '#app/forms/done.ts';

export const meta = titled('A short update');

const DONE = {
  logged: 'The update is logged, and what it completes is recorded.',
  corrected: 'The register is put right, and what was recorded with it.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-sessions');
  const found = findUpdate(visit.database, visit.school.id, parseId(args.params.id));
  if (!found) throw notFound();
  const { update, record, marks } = found;
  const { policy, people } = schoolFacts(visit.database, visit.school.id);
  const apart = namesApart(people, policy.appointmentKinds, visit.today);
  const isThere = new Map(marks.map((mark) => [mark.personId, mark.attendance === 'there']));
  const named = (there: boolean) =>
    people
      .filter(({ id }) => isThere.get(id) === there)
      .map(({ id, sortName }) => ({ id, name: nameApart(sortName, apart.get(id)) }));
  return {
    shell: shellOf(visit),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    update,
    there: named(true),
    notThere: named(false),
    takenBackOn: record.calledOffOn,
    mayCorrect: record.calledOffOn === null && may(visit.roles, 'run-sessions'),
  };
}

export default function UpdatePage() {
  const { shell, done, update, there, notThere, mayCorrect, takenBackOn } =
    useLoaderData<typeof loader>();
  const verb = update.kind === 'bulletin' ? 'read it' : 'were there';
  const home = `/dsl/updates/${update.id}`;
  const links = [
    { href: `${home}/correct`, label: 'Put right who was there' },
    { href: `${home}/take-back`, label: 'Take it back' },
  ];
  return (
    <Page
      title={update.title}
      caption={UPDATE_LABELS[update.kind]}
      shell={shell}
      answer={
        takenBackOn
          ? `Taken back on ${inWords(takenBackOn)}: it stands in no list, and what it completed is withdrawn.`
          : `${heardWords(update)} ${verb} on ${inWords(update.heldOn)}.`
      }
      notification={done}
      back={{ href: '/dsl/updates', label: 'Back to short updates' }}
    >
      <Said about={update.about} />
      <SummaryList
        rows={[
          { key: 'How long', value: update.minutes ? `${update.minutes} minutes` : 'Not said' },
          { key: 'Completes', value: listed(update.credits) || 'Nothing: it was to be known' },
        ]}
      />
      <Section title={`Those who ${verb}: ${there.length}`} links={mayCorrect ? links : []}>
        <Names people={there} />
      </Section>
      {notThere.length > 0 ? (
        <Section title={`Expected, and not there: ${notThere.length}`}>
          <Names people={notThere} />
        </Section>
      ) : null}
    </Page>
  );
}

function Names({ people }: { people: readonly { id: number; name: string }[] }) {
  return (
    <ul className="updates__names">
      {people.map(({ id, name }) => (
        <li key={id}>
          <a className="govuk-link" href={`/dsl/people/${id}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
