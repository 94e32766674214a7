import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { findVisit } from '#app/auth/visit.ts';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { Table } from '#app/components/table.tsx';
import { whoSees } from '#app/domain/who-sees.ts';

export const meta = titled('Privacy');

/** Open to everybody; who is signed in keeps the menu. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await findVisit(args);
  return { shell: visit && shellOf(visit), rows: whoSees() };
}

export default function PrivacyPage() {
  const { shell, rows } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Privacy"
      shell={shell}
      answer="InDate keeps what your school needs to show that safeguarding training is in date, and nothing about any child."
    >
      <h2>What is kept about you</h2>
      <ul>
        <li>
          Your name, your e-mail address if the school has entered one, and your staff number.
        </li>
        <li>Which roles you hold at the school, from which day to which day.</li>
        <li>
          What safeguarding training you have done and when, who gave it, and what stands behind it,
          such as the number of a certificate.
        </li>
        <li>
          What you declared to have read, word for word, with its day; what you asked about it, and
          the answer. Where you signed on paper, a photograph of that sheet, which only those who
          check evidence look at, since others signed it too.
        </li>
        <li>Courses that are booked for you.</li>
        <li>
          What you answered in a quiz, how it came out, and the certificate of a pass. Practice is
          kept so that you can look at it, and counts nowhere.
        </li>
        <li>
          The days of a long absence, never the reason for it; and decisions that something is not
          asked of you, with the reason that was given and the last day.
        </li>
        <li>
          If you sign in: your password in a form that cannot be read back, and until when you are
          signed in. After a wrong password, when that was and from which network address, to slow
          down whoever guesses; for the same reason the address from which a certificate’s code was
          looked up, for some minutes.
        </li>
        <li>Who changed something in your record, when, and what.</li>
      </ul>

      <h2>Nothing about children</h2>
      <p className="govuk-body">
        There is no place in InDate for a child’s name or for a concern about a child. A concern
        goes to the designated safeguarding lead, now, and in immediate danger to 999. If you find
        something about a child in a note here, tell the designated safeguarding lead.
      </p>

      <h2>Why it is kept</h2>
      <p className="govuk-body">
        Law and statutory guidance ask schools to train the people who work with children and to be
        able to show it, above all <cite>Keeping children safe in education</cite>. The school is
        responsible for the data and uses it for that; your school’s own privacy notice names the
        lawful basis and whom to write to.
      </p>

      <h2>Who sees my record</h2>
      <Table
        caption="Who sees what"
        isCaptionHidden
        columns={[
          { key: 'what', head: 'What', isRowHead: true },
          { key: 'who', head: 'Who' },
        ]}
        rows={rows.map(({ what, who }) => ({ key: what, cells: { what, who } }))}
      />
      <p className="govuk-body">
        Governors and the trust see numbers only. Groups of fewer than five people are not told in
        numbers, so that nobody can be picked out. The roles of lead and deputy are public, and
        their training is told by role. Whoever runs the computer that InDate is on can reach its
        files.
      </p>

      <p className="govuk-body">
        Whoever has the code of your certificate sees which quiz it is for, at which school, and its
        days; your initials only if the school has chosen so, and never your name.
      </p>

      <h2>How long it is kept</h2>
      <p className="govuk-body">
        InDate deletes nothing of your record by itself. It stays after you have left, because a
        school may have to show years later who was trained when. How long is for your school to
        decide: its retention schedule says so, and the administrator acts on it. Sign-ins end by
        themselves, at the latest when your last appointment has ended.
      </p>

      <h2>What you can do</h2>
      <ul>
        <li>
          Look at your own record and download your history on <a href="/my">your own page</a>.
        </li>
        <li>
          Ask the designated safeguarding lead to correct what is wrong: a wrong entry is withdrawn
          with a reason, and the right one is added.
        </li>
        <li>
          Ask your school’s data protection officer about anything else; you can also complain to
          the Information Commissioner’s Office.
        </li>
      </ul>

      <h2>Where it goes</h2>
      <p className="govuk-body">
        Nowhere: it stays on the computer on which your school runs InDate. Pages load nothing from
        other places, there is no advertising and no tracking. One cookie keeps you signed in;
        another keeps how you left a table.
      </p>
    </Page>
  );
}
