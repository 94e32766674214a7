import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOrPage, notFound } from '#app/auth/answers.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { type BankedQuestion, readBank } from '#app/data/bank.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { writeQuestions } from '#app/forms/files/questions/write-questions.ts';
import { readExport, type Whose } from '#app/forms/question-export.ts';

/** The questions of the bank as a file; what is set aside too. */
export const loader = (args: LoaderFunctionArgs) => fileOrPage(args, () => questionsFile(args));

async function questionsFile(args: LoaderFunctionArgs): Promise<Response> {
  const { database, school, today } = await requireSchoolVisit(args, 'see-quizzes');
  const asked = readExport(new URL(args.request.url).searchParams);
  if (asked === null) throw notFound();
  const questions = readBank(database, school.id).filter((one) => isAsked(one, asked.whose));
  const { text, extension, contentType } = writeQuestions(questions.map(keyed), asked.format);
  return new Response(text, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="questions-${school.key}-${today}.${extension}"`,
      'Cache-Control': 'no-store',
    },
  });
}

function isAsked({ isShared }: BankedQuestion, whose: Whose): boolean {
  return whose === 'all' || isShared === (whose === 'shared');
}

/** Only what a file tells of a question. */
function keyed(question: BankedQuestion): KeyedQuestion {
  const { key, topic, section, type, mustPass, story, text, options, extras, source } = question;
  return { key, topic, section, type, mustPass, story, text, options, extras, source };
}
