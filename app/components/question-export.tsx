import { Button } from './button.tsx';
import { Radios } from './choices.tsx';
import { Details } from './content.tsx';

/** Takes questions along as a file that other programs read. */
export function QuestionExport({ hasOwn }: { hasOwn: boolean }) {
  return (
    <Details summary="Take questions along as a file">
      <form method="get" action="/dsl/questions/export">
        <Radios name="format" label="As" layout="small" choices={FORMATS} value="moodle" />
        <Radios
          name="whose"
          id="taken-along"
          label="Which"
          layout="small"
          choices={WHOSE}
          value={hasOwn ? 'own' : 'all'}
        />
        <Button kind="secondary">Download</Button>
      </form>
    </Details>
  );
}

const FORMATS = [
  { value: 'moodle', label: 'Moodle XML', hint: 'For Moodle and most other learning platforms' },
  { value: 'gift', label: 'GIFT', hint: 'Plain text that can be written by hand' },
  { value: 'csv', label: 'CSV', hint: 'For a spreadsheet' },
];

const WHOSE = [
  { value: 'own', label: 'The school’s own' },
  { value: 'shared', label: 'The shared ones' },
  { value: 'all', label: 'Both' },
];
