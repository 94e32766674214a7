import { describe, expect, test } from 'vitest';
import { joinedOn } from '#app/domain/audience.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import { standingOf } from '#app/domain/standing.ts';
import type { Completion, PersonFacts, Requirement } from '#app/domain/types.ts';
import { cycleIn, dayIn, mustDayIn, partsIn, type Row, tableUnder, timeIn } from './readme.ts';
import {
  ALL_STAFF,
  completion,
  edition,
  kcsie,
  line,
  person,
  policy,
  read,
  requirement,
  teacher,
  version,
} from './support.ts';

describe('the worked examples of the README', () => {
  test.each(tableUnder('Worked: valid to'))('valid to: $cycle, $[completed on]', (row) => {
    const asked = requirement([line(cycleIn(row.cycle!))]);
    const who = person({ completions: completionsOf(row) });
    const last = who.completions
      .map(({ completedOn }) => completedOn)
      .sort()
      .at(-1)!;
    expect(standingOf(policy([asked]), who, asked, last).validTo).toBe(dayIn(row['valid to']));
  });

  test.each(tableUnder('Worked: joined'))('joined: $appointments on $on', (row) => {
    const appointments = partsIn(row.appointments).map((part) => {
      const { from, to } = timeIn(part);
      return teacher(from, to);
    });
    const found = joinedOn(policy([]), person({ appointments }), ALL_STAFF, mustDayIn(row.on));
    expect(found).toBe(dayIn(row.joined));
  });

  test.each(tableUnder('Worked: versions'))('versions: completed $[completed on]', (row) => {
    const [cycle, startsOn] = row['later version']!.split(' from ');
    const later = version(mustDayIn(startsOn), line(cycleIn(cycle!)));
    later.appliesToEarlier = row['counts for earlier'] === 'yes';
    const first = version('2010-09-01', line(cycleIn(row['first version']!)));
    const asked = requirement([], { versions: [first, later] });
    const who = person({ completions: completionsOf(row) });
    const found = standingOf(policy([asked]), who, asked, mustDayIn(row['seen on']));
    expect(found.validTo).toBe(dayIn(row['valid to']));
  });

  test.each(tableUnder('Worked: due day'))('due day: $cycle, joined $joined, away $away', (row) => {
    const rule = line(cycleIn(row.cycle!), {
      startWithin: Number(row['start within']),
      rollOutOn: dayIn(row['roll-out']),
    });
    const asked = requirement([], { versions: [version('2020-09-01', rule)] });
    // A day on which nobody in the table is still away.
    const found = standingOf(policy([asked]), whoOf(row), asked, mustDayIn('30 November 2026'));
    expect(found.dueOn).toBe(dayIn(row.due));
  });

  test.each(tableUnder('Worked: editions'))('editions: read $read, on $on', (row) => {
    const asked = requirement([line(cycleIn('each KCSIE'))]);
    const publications = [kcsie(edition('2025'), edition('2026'))];
    const completions = partsIn(row.read).map((part) => {
      const [key, on] = part.split(' on ');
      return read(key!, mustDayIn(on));
    });
    expectStatus(row, asked, { ...whoOf(row), completions }, publications);
  });

  test.each(tableUnder('Worked: status'))('status: $cycle, on $on: $status', (row) => {
    const rule = line(cycleIn(row.cycle!), { rollOutOn: mustDayIn('31 October 2010') });
    expectStatus(row, requirement([rule]), whoOf(row));
  });
});

function expectStatus(row: Row, asked: Requirement, who: PersonFacts, publications = [kcsie()]) {
  const school = policy([asked], { publications });
  const found = standingOf(school, who, asked, mustDayIn(row.on));
  expect(found.status).toBe(row.status);
  expect(sentenceOf(school, found)).toBe(row.sentence);
}

function whoOf(row: Row): PersonFacts {
  return person({
    appointments: [teacher(mustDayIn(row.joined))],
    absences: partsIn(row.away).map(timeIn),
    completions: completionsOf(row),
  });
}

function completionsOf(row: Row): Completion[] {
  const made = partsIn(row['completed on']).map((part) => completion(mustDayIn(part)));
  const last = made.at(-1);
  if (last !== undefined) last.printedExpiryOn = dayIn(row['printed expiry']);
  return made;
}
