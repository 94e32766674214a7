import type { AppointmentKind } from '#app/domain/types.ts';
import type { Known } from './types.ts';
import { sameWords } from './words.ts';

/** What MIS exports and schools call the standard kinds; nothing is guessed beyond this list. */
const TITLES: Record<string, string> = {
  teacher:
    'class teacher|classroom teacher|teaching staff|ect|early career teacher|mainscale teacher',
  'teaching-assistant':
    'ta|hlta|higher level teaching assistant|learning support assistant|lsa|classroom assistant',
  office:
    'administrator|admin|office staff|admin assistant|administrative assistant|receptionist|office manager|school business manager|finance officer',
  site: 'caretaker|site manager|site staff|premises manager|premises officer|cleaner',
  lunchtime:
    'lunchtime supervisor|midday supervisor|midday assistant|midday meals supervisor|lunchtime assistant|mdsa|msa',
  leadership:
    'assistant head|assistant headteacher|assistant head teacher|deputy head|deputy headteacher|deputy head teacher|slt|senior leadership team',
  headteacher: 'head teacher|head|principal|executive headteacher',
  dsl: 'designated safeguarding lead',
  'deputy-dsl': 'ddsl|deputy designated safeguarding lead',
  pastoral: 'pastoral lead|pastoral support|learning mentor|family support worker',
  governor:
    'school governor|parent governor|co opted governor|staff governor|local authority governor|foundation governor|chair of governors|trustee',
  'safeguarding-governor': 'safeguarding link governor|link governor for safeguarding',
  volunteer: 'parent volunteer|reading volunteer',
  supply: 'supply teacher|supply staff|agency teacher',
  visitor: 'visiting teacher|peripatetic teacher',
  contractor: 'contract staff',
};

/** The kind of appointment that a title means at this school: by key, label or a known title. */
export function kindTitled(title: string, kinds: Known['kinds']): AppointmentKind | null {
  const words = sameWords(title);
  const named = kinds.find(({ key, label }) => [sameWords(key), sameWords(label)].includes(words));
  return named ?? kinds.find(({ key }) => TITLES[key]?.split('|').includes(words)) ?? null;
}
