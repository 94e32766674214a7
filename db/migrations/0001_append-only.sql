-- Facts about training and the audit are only ever added to; the database itself refuses the rest.
CREATE TRIGGER completions_are_kept BEFORE DELETE ON completions BEGIN SELECT RAISE(ABORT, 'completions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER completions_stay BEFORE UPDATE ON completions BEGIN SELECT RAISE(ABORT, 'completions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER checks_are_kept BEFORE DELETE ON checks BEGIN SELECT RAISE(ABORT, 'checks are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER checks_stay BEFORE UPDATE ON checks BEGIN SELECT RAISE(ABORT, 'checks are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER withdrawals_are_kept BEFORE DELETE ON withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER withdrawals_stay BEFORE UPDATE ON withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_are_kept BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
--> statement-breakpoint
-- An entry's contents may be erased when their time is over; nothing else of it may change.
CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries
WHEN NEW.contents IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.chain IS NOT OLD.chain
  OR NEW.sequence IS NOT OLD.sequence OR NEW.at IS NOT OLD.at
  OR NEW.actor_account_id IS NOT OLD.actor_account_id OR NEW.action IS NOT OLD.action
  OR NEW.person_id IS NOT OLD.person_id OR NEW.import_id IS NOT OLD.import_id
  OR NEW.contents_digest IS NOT OLD.contents_digest
  OR NEW.previous_hash IS NOT OLD.previous_hash OR NEW.hash IS NOT OLD.hash
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
