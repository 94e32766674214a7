import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOrPage, notFound } from '#app/auth/answers.ts';
import { parseId, requireSchoolVisit } from '#app/auth/visit.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { findQuizResults } from '#app/data/quiz-year.ts';
import { namesApart } from '#app/domain/names-apart.ts';
import { resultRows } from '#app/domain/quiz/result-rows.ts';
import { resultsCsv } from '#app/domain/quiz/results-csv.ts';
import { csvAnswer } from '#app/forms/files/csv-answer.ts';
import { readPeriod } from '#app/forms/quiz-view.ts';

/** The results of a quiz by name, as its page shows them: everybody, with those in no figure last. */
export const loader = (args: LoaderFunctionArgs) => fileOrPage(args, () => resultsFile(args));

async function resultsFile(args: LoaderFunctionArgs) {
  const { database, school, today } = await requireSchoolVisit(args, 'see-quizzes');
  const period = readPeriod(new URL(args.request.url).searchParams, today);
  const found = findQuizResults(database, school.id, parseId(args.params.id), period);
  if (!found) throw notFound();
  const { quiz, results, earlier, talks } = found;
  const { policy, people } = schoolFacts(database, school.id);
  const apart = namesApart(people, policy.appointmentKinds, today);
  const from = { policy, earlier, talks, apart, on: today };
  const rows = resultRows([...results.asked, ...results.others], from);
  return csvAnswer(resultsCsv(rows), `quiz-${quiz.key}-${school.key}-${period.to}.csv`);
}
