import type { Demo, Persona } from '#app/operations/load-demo.ts';
import { filesOf } from './files.ts';
import { PLACES, TODAY } from './people.ts';
import { benchPolicy } from './policy.ts';
import { LARGE, refOf, type SchoolSize, type Size, SMALL, schoolsOf } from './sizes.ts';

/** With this everybody can sign in whom `personasOf` names. */
export const PASSWORD = 'thirty-things-to-learn-2026';

/**
 * What a folder of this size is filled with. Each school's files are made when they are asked for, so
 * that one school's stand in memory at a time.
 */
export function benchTrust(size: Size, passwordHash: string): Demo {
  const isDense = size === 'trust-dense';
  return {
    trust: 'Ashdown Learning Trust',
    today: TODAY,
    schools: schoolsOf(size).map((school) => ({
      policy: benchPolicy(school, isDense),
      get files() {
        return filesOf(school, size);
      },
      ...nothingElse(),
    })),
    mistakes: new Map(),
    sharedQuestions: [],
    personas: personasOf(size),
    passwordHash,
    evidence: null,
  };
}

type School = Demo['schools'][number];

/** Schools of the benchmark teach nothing here and hold no sessions. */
function nothingElse(): Omit<School, 'policy' | 'files'> {
  return {
    content: {
      offer: null,
      sections: [],
      warnings: [],
      questions: [],
      quizzes: [],
      inductionLists: [],
      setAside: [],
      toCheck: [],
    },
    taken: [],
    sessions: [],
    told: { updates: [], points: [] },
    mopUps: [],
    ticks: [],
    asked: [],
    handedIn: [],
  };
}

/** Who can sign in: some people of the school of sixty, of the largest, and the trust's own lead. */
export function personasOf(size: Size): Persona[] {
  const lead = personaOf('trust-lead', 'Trust lead', null, ['trust-lead']);
  const small = peopleAt('small', SMALL);
  return size === 'school' ? [...small, lead] : [...small, ...peopleAt('large', LARGE), lead];
}

function peopleAt(prefix: string, school: SchoolSize): Persona[] {
  const at = (place: number) => ({ school: school.key, ref: refOf(school, place) });
  return [
    personaOf(`${prefix}-teacher`, 'Teacher', at(PLACES.teacher)),
    personaOf(`${prefix}-dsl`, 'Designated safeguarding lead', at(PLACES.dsl)),
    personaOf(`${prefix}-governor`, 'Safeguarding governor', at(PLACES.governor)),
    personaOf(`${prefix}-office`, 'Office manager', at(PLACES.office), ['administrator']),
  ];
}

function personaOf(
  key: string,
  title: string,
  record: Persona['record'],
  roles: Persona['roles'] = [],
): Persona {
  const email = `${key}@ashdown.example`;
  return { key, name: title, title, about: 'For the benchmark.', email, record, also: [], roles };
}
