/** What may be handed in at once. */
export const MOST_FILES = 6;
export const MEGABYTES_A_FILE = 15;
export const MEGABYTES_A_FORM = 40;

/** Why a file is not kept. */
export type FileRefusal =
  | 'empty'
  | 'too-big'
  | 'cut-off'
  | 'broken'
  | 'encrypted'
  | 'no-pages'
  | 'page-too-large'
  | 'too-many-pixels'
  | 'several-pictures'
  | 'glued'
  | 'program'
  | 'web-page'
  | 'drawing'
  | 'office'
  | 'archive'
  | 'other-picture'
  | 'film-or-sound'
  | 'text'
  | 'unknown'
  | 'too-slow'
  | 'busy';

const INSTEAD = 'Send a JPG, PNG, HEIC or PDF';
const AGAIN = 'Save or photograph it again, and send that';

/** What is said of it, and what to do. Stands after the file's name. */
export const FILE_REFUSALS: Record<FileRefusal, string> = {
  empty: 'is empty: there is nothing in it. Choose the file again',
  'too-big': `is larger than ${MEGABYTES_A_FILE} MB. Photograph it, or save it with a smaller size`,
  'cut-off': `is cut off: its end is missing. ${AGAIN}`,
  broken: `is damaged and cannot be opened. ${AGAIN}`,
  encrypted:
    'is protected by a password or against copying. Send a copy without protection, or a photograph of it',
  'no-pages': 'is a PDF without any page. Choose the file again',
  'page-too-large':
    'is a PDF whose page is larger than any paper. Save it with an ordinary size of paper',
  'too-many-pixels':
    'is a picture of more than 60 million dots, which is too large. Make it smaller, or photograph it again',
  'several-pictures':
    'holds several pictures, or moves. Send each picture as a file of its own, or all of them as one PDF',
  glued: `holds another file behind it or before it. ${AGAIN}`,
  program: `is a program, whatever it is called, and not a document. ${INSTEAD}`,
  'web-page': 'is a web page. Open it, print it to PDF, and send that',
  drawing: 'is an SVG drawing, which can hold a program. Save it as a PNG or a PDF',
  office: 'is a document of an office program. Save it as a PDF, and send that',
  archive: `is a folder of files packed into one. Unpack it, and send the files themselves. ${INSTEAD}`,
  'other-picture': `is a picture of a kind that cannot be kept here. ${INSTEAD}`,
  'film-or-sound': `is a film or a sound. ${INSTEAD}`,
  text: 'is plain text. Save it as a PDF, or photograph the certificate itself',
  unknown: `is not a kind of file that can be kept here. ${INSTEAD}`,
  'too-slow': 'takes too long to open. Print it to PDF, or photograph it, and send that instead',
  busy: 'could not be looked at, because many files came at once. Choose it again in a minute',
};

/** The whole sentence, for the person who chose the file. */
export function refusedFile(name: string, refusal: FileRefusal): string {
  return `${name} ${FILE_REFUSALS[refusal]}`;
}
