-- What was published, asked, decided, answered and certified stays as it was; the database itself refuses the rest.
CREATE TRIGGER offer_revisions_are_kept BEFORE DELETE ON offer_revisions WHEN OLD.published_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a published section is kept'); END;
--> statement-breakpoint
CREATE TRIGGER offer_revisions_stay BEFORE UPDATE ON offer_revisions WHEN OLD.published_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a published section is kept'); END;
--> statement-breakpoint
CREATE TRIGGER question_revisions_are_kept BEFORE DELETE ON question_revisions BEGIN SELECT RAISE(ABORT, 'question revisions are kept'); END;
--> statement-breakpoint
CREATE TRIGGER question_revisions_stay BEFORE UPDATE ON question_revisions BEGIN SELECT RAISE(ABORT, 'question revisions are kept'); END;
--> statement-breakpoint
CREATE TRIGGER question_decisions_are_kept BEFORE DELETE ON question_decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER question_decisions_stay BEFORE UPDATE ON question_decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER attempts_are_kept BEFORE DELETE ON attempts BEGIN SELECT RAISE(ABORT, 'attempts are kept'); END;
--> statement-breakpoint
CREATE TRIGGER attempts_stay BEFORE UPDATE ON attempts WHEN OLD.submitted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a submitted attempt is kept'); END;
--> statement-breakpoint
CREATE TRIGGER attempt_questions_are_kept BEFORE DELETE ON attempt_questions BEGIN SELECT RAISE(ABORT, 'attempts are kept'); END;
--> statement-breakpoint
CREATE TRIGGER attempt_questions_stay BEFORE UPDATE ON attempt_questions
WHEN NEW.revision_id IS NOT OLD.revision_id OR NEW.attempt_id IS NOT OLD.attempt_id OR NEW.position IS NOT OLD.position
  OR EXISTS (SELECT 1 FROM attempts a WHERE a.id = OLD.attempt_id AND a.submitted_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a submitted attempt is kept'); END;
--> statement-breakpoint
CREATE TRIGGER attempt_questions_come_before BEFORE INSERT ON attempt_questions
WHEN EXISTS (SELECT 1 FROM attempts a WHERE a.id = NEW.attempt_id AND a.submitted_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a submitted attempt is kept'); END;
--> statement-breakpoint
CREATE TRIGGER quiz_certificates_are_kept BEFORE DELETE ON quiz_certificates BEGIN SELECT RAISE(ABORT, 'certificates are kept'); END;
--> statement-breakpoint
CREATE TRIGGER quiz_certificates_stay BEFORE UPDATE ON quiz_certificates BEGIN SELECT RAISE(ABORT, 'certificates are kept'); END;
--> statement-breakpoint
-- What is published, for searching: a row for each section, by its id.
CREATE VIRTUAL TABLE offer_search USING fts5(title, summary, body, tokenize = 'porter unicode61 remove_diacritics 2');
