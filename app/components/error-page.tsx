import { Foot } from './foot.tsx';
import { Masthead } from './masthead.tsx';

/** What an error page says: what happened, and what to do. */
export type ErrorWords = { title: string; text: string };

type ErrorPageProps = { words: ErrorWords; reference: string | null };

/** A page that needs nothing but the words: it stands even where a school cannot be read. */
export function ErrorPage({ words, reference }: ErrorPageProps) {
  return (
    <div className="page">
      <a className="govuk-skip-link" href="#main">
        Skip to main content
      </a>
      <Masthead shell={null} path="/" />
      <div className="govuk-width-container">
        <main className="govuk-main-wrapper" id="main">
          <h1 className="page__title">{words.title}</h1>
          <div className="page__content">
            <p>{words.text}</p>
            {reference ? (
              <p>
                If it happens again, tell your administrator this reference:{' '}
                <strong className="figures">{reference}</strong>
              </p>
            ) : null}
            <p>
              <a href="/">Go to the start page</a>
            </p>
          </div>
        </main>
      </div>
      <Foot />
    </div>
  );
}

/** The words for a status: those that the answer brought, or our own. */
export function errorWords(status: number, data: unknown): ErrorWords {
  if (isErrorWords(data)) return data;
  return WORDS[status] ?? (status < 500 ? UNREADABLE : FAULT);
}

const FAULT: ErrorWords = {
  title: 'Something went wrong',
  text: 'It is a fault of InDate, not yours. What was saved before is safe. Go back, look whether your last change is there, and try again.',
};

const UNREADABLE: ErrorWords = {
  title: 'This request cannot be answered',
  text: 'Nothing was changed. Go back, open the page again and try once more.',
};

/** Everything that is not there, and everything that is somebody else's, has the same words. */
const WORDS: Record<number, ErrorWords> = {
  401: {
    title: 'You are signed out',
    text: 'Nothing was changed. Sign in and you can go on where you were.',
  },
  403: {
    title: 'You cannot open this page',
    text: 'It is for other people in your school. Nothing was changed. If it is part of your job, ask your school’s administrator.',
  },
  404: {
    title: 'Page not found',
    text: 'If you typed the address, check it. If you followed a link, what it led to may have been moved or is not yours to see.',
  },
  405: {
    title: 'This cannot be done here',
    text: 'Nothing was changed. Open the page again and use its own form.',
  },
  409: {
    title: 'Somebody changed this before you',
    text: 'Nothing of yours was saved over it. Go back, open the page again and look at what is there now.',
  },
  413: {
    title: 'That is too large',
    text: 'Nothing was saved. Go back and send less, or send it in parts.',
  },
  415: {
    title: 'This kind of content cannot be sent here',
    text: 'Nothing was saved. Open the page again and send its form.',
  },
  422: {
    title: 'Something needs to be put right',
    text: 'Nothing was saved, and nothing is lost. Go back and look at what you entered.',
  },
  429: {
    title: 'Too many tries in a short time',
    text: 'Nothing was changed. Wait a few minutes and try again.',
  },
  503: {
    title: 'InDate cannot reach its storage',
    text: 'What was saved before is safe. Wait a minute, open the page again and look whether your last change is there.',
  },
};

function isErrorWords(data: unknown): data is ErrorWords {
  const words = data as Partial<ErrorWords> | null;
  return typeof words?.title === 'string' && typeof words.text === 'string';
}
