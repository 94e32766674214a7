import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LastDecision, questionStateOf } from '#app/domain/quiz/question-state.ts';

const someWords = fc.constantFrom(null, 'words-1', 'words-2');
const someRevision = fc.integer({ min: 1, max: 3 });
const someDecision: fc.Arbitrary<LastDecision | null> = fc.option(
  fc.record({
    decision: fc.constantFrom('confirmed' as const, 'set-aside' as const),
    revisionId: someRevision,
    sectionWords: someWords,
  }),
);

test('a question that is confirmed as it stands is in use, and one that is set aside stays so', () => {
  fc.assert(
    fc.property(fc.boolean(), someRevision, someWords, (isShared, revisionId, sectionWords) => {
      const now = { isShared, latestRevisionId: revisionId, sectionWords };
      const as = (decision: LastDecision['decision']) =>
        questionStateOf({ ...now, decision: { decision, revisionId, sectionWords } }).state;
      expect(as('confirmed')).toBe('in-use');
      expect(as('set-aside')).toBe('set-aside');
    }),
  );
});

test('a question is in use only while neither it nor its section says anything else', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      someRevision,
      someWords,
      someDecision,
      (isShared, latestRevisionId, sectionWords, decision) => {
        const standing = { isShared, latestRevisionId, sectionWords, decision };
        const { state, because } = questionStateOf(standing);
        const isSame =
          decision === null
            ? isShared && sectionWords === null
            : decision.revisionId === latestRevisionId && decision.sectionWords === sectionWords;
        const isAside = decision?.decision === 'set-aside';
        expect(state).toBe(isAside ? 'set-aside' : isSame ? 'in-use' : 'check-me');
        expect(because).toMatch(/^[A-Z].+\.$/);
      },
    ),
  );
});
