-- What was handed in, declared, decided and ticked stays as it was; the database itself refuses the rest.
CREATE TRIGGER completion_files_are_kept BEFORE DELETE ON completion_files BEGIN SELECT RAISE(ABORT, 'evidence is kept'); END;
--> statement-breakpoint
CREATE TRIGGER completion_files_stay BEFORE UPDATE ON completion_files BEGIN SELECT RAISE(ABORT, 'evidence is kept'); END;
--> statement-breakpoint
CREATE TRIGGER declarations_are_kept BEFORE DELETE ON declarations BEGIN SELECT RAISE(ABORT, 'declarations are kept'); END;
--> statement-breakpoint
CREATE TRIGGER declarations_stay BEFORE UPDATE ON declarations BEGIN SELECT RAISE(ABORT, 'declarations are kept'); END;
--> statement-breakpoint
CREATE TRIGGER edition_notes_are_kept BEFORE DELETE ON edition_notes BEGIN SELECT RAISE(ABORT, 'notes on editions are kept'); END;
--> statement-breakpoint
CREATE TRIGGER edition_notes_stay BEFORE UPDATE ON edition_notes BEGIN SELECT RAISE(ABORT, 'notes on editions are kept'); END;
--> statement-breakpoint
CREATE TRIGGER reading_questions_are_kept BEFORE DELETE ON reading_questions BEGIN SELECT RAISE(ABORT, 'questions are kept'); END;
--> statement-breakpoint
CREATE TRIGGER reading_questions_stay BEFORE UPDATE ON reading_questions WHEN OLD.answered_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an answer is kept'); END;
--> statement-breakpoint
CREATE TRIGGER sitting_reopenings_are_kept BEFORE DELETE ON sitting_reopenings BEGIN SELECT RAISE(ABORT, 'reopenings are kept'); END;
--> statement-breakpoint
CREATE TRIGGER sitting_reopenings_stay BEFORE UPDATE ON sitting_reopenings BEGIN SELECT RAISE(ABORT, 'reopenings are kept'); END;
--> statement-breakpoint
CREATE TRIGGER sitting_people_are_final BEFORE UPDATE ON sitting_people
WHEN EXISTS (SELECT 1 FROM sittings s WHERE s.id = OLD.sitting_id AND s.finalised_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a final register is kept'); END;
--> statement-breakpoint
CREATE TRIGGER sitting_people_stay_final BEFORE DELETE ON sitting_people
WHEN EXISTS (SELECT 1 FROM sittings s WHERE s.id = OLD.sitting_id AND s.finalised_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a final register is kept'); END;
--> statement-breakpoint
CREATE TRIGGER mop_ups_are_kept BEFORE DELETE ON mop_ups BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER mop_ups_stay BEFORE UPDATE ON mop_ups BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER session_completions_are_kept BEFORE DELETE ON session_completions BEGIN SELECT RAISE(ABORT, 'what a register wrote is kept'); END;
--> statement-breakpoint
CREATE TRIGGER session_completions_stay BEFORE UPDATE ON session_completions BEGIN SELECT RAISE(ABORT, 'what a register wrote is kept'); END;
--> statement-breakpoint
CREATE TRIGGER induction_ticks_are_kept BEFORE DELETE ON induction_ticks BEGIN SELECT RAISE(ABORT, 'ticks are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER induction_ticks_stay BEFORE UPDATE ON induction_ticks BEGIN SELECT RAISE(ABORT, 'ticks are append-only'); END;
