CREATE TABLE `completion_files` (
	`completion_id` integer NOT NULL,
	`position` integer NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`completion_id`, `position`),
	FOREIGN KEY (`completion_id`) REFERENCES `completions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `evidence_files`(`sha256`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `completion_files_file` ON `completion_files` (`sha256`);--> statement-breakpoint
CREATE TABLE `declarations` (
	`completion_id` integer PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`parts` text NOT NULL,
	`file_sha256` text,
	`link` text,
	`is_on_behalf` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`completion_id`) REFERENCES `completions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `edition_notes` (
	`id` integer PRIMARY KEY NOT NULL,
	`edition_id` integer NOT NULL,
	`noted_on` text NOT NULL,
	`words` text NOT NULL,
	`noted_at` text NOT NULL,
	`noted_by` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`noted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `edition_notes_edition` ON `edition_notes` (`edition_id`);--> statement-breakpoint
CREATE TABLE `evidence_files` (
	`sha256` text PRIMARY KEY NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`pages` integer,
	`preview_sha256` text,
	`stored_at` text NOT NULL,
	FOREIGN KEY (`preview_sha256`) REFERENCES `evidence_files`(`sha256`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `induction_lists` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`audience` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `induction_lists_key` ON `induction_lists` (`school_id`,`key`);--> statement-breakpoint
CREATE TABLE `induction_steps` (
	`id` integer PRIMARY KEY NOT NULL,
	`list_id` integer NOT NULL,
	`key` text NOT NULL,
	`words` text NOT NULL,
	`within` integer NOT NULL,
	`requirement_id` integer,
	`responsible` text NOT NULL,
	`position` integer NOT NULL,
	`retired_from` text,
	FOREIGN KEY (`list_id`) REFERENCES `induction_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `induction_steps_key` ON `induction_steps` (`list_id`,`key`);--> statement-breakpoint
CREATE TABLE `induction_ticks` (
	`id` integer PRIMARY KEY NOT NULL,
	`step_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`side` text NOT NULL,
	`is_done` integer NOT NULL,
	`ticked_on` text NOT NULL,
	`ticked_at` text NOT NULL,
	`ticked_by` integer,
	FOREIGN KEY (`step_id`) REFERENCES `induction_steps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `induction_ticks_person` ON `induction_ticks` (`person_id`,`step_id`);--> statement-breakpoint
CREATE TABLE `mop_ups` (
	`id` integer PRIMARY KEY NOT NULL,
	`session_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`sitting_id` integer,
	`with_whom` text,
	`reason` text,
	`decided_on` text NOT NULL,
	`decided_at` text NOT NULL,
	`decided_by` integer,
	FOREIGN KEY (`session_id`) REFERENCES `training_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `mop_ups_session` ON `mop_ups` (`session_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `reading_questions` (
	`id` integer PRIMARY KEY NOT NULL,
	`edition_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`words` text NOT NULL,
	`asked_on` text NOT NULL,
	`asked_at` text NOT NULL,
	`answer` text,
	`answered_on` text,
	`answered_at` text,
	`answered_by` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reading_questions_person` ON `reading_questions` (`person_id`);--> statement-breakpoint
CREATE INDEX `reading_questions_edition` ON `reading_questions` (`edition_id`);--> statement-breakpoint
CREATE TABLE `session_completions` (
	`completion_id` integer PRIMARY KEY NOT NULL,
	`session_id` integer NOT NULL,
	`sitting_id` integer,
	`mop_up_id` integer,
	FOREIGN KEY (`completion_id`) REFERENCES `completions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `training_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mop_up_id`) REFERENCES `mop_ups`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_completions_session` ON `session_completions` (`session_id`);--> statement-breakpoint
CREATE TABLE `session_credits` (
	`session_id` integer NOT NULL,
	`requirement_id` integer NOT NULL,
	PRIMARY KEY(`session_id`, `requirement_id`),
	FOREIGN KEY (`session_id`) REFERENCES `training_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `sitting_files` (
	`sitting_id` integer NOT NULL,
	`position` integer NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`sitting_id`, `position`),
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `evidence_files`(`sha256`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sitting_files_file` ON `sitting_files` (`sha256`);--> statement-breakpoint
CREATE TABLE `sitting_people` (
	`sitting_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`expected` text NOT NULL,
	`attendance` text,
	`minutes` integer,
	PRIMARY KEY(`sitting_id`, `person_id`),
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sitting_people_person` ON `sitting_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `sitting_reopenings` (
	`id` integer PRIMARY KEY NOT NULL,
	`sitting_id` integer NOT NULL,
	`reason` text NOT NULL,
	`reopened_at` text NOT NULL,
	`reopened_by` integer,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reopened_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sitting_reopenings_sitting` ON `sitting_reopenings` (`sitting_id`);--> statement-breakpoint
CREATE TABLE `sittings` (
	`id` integer PRIMARY KEY NOT NULL,
	`session_id` integer NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text,
	`minutes` integer,
	`place` text,
	`is_mop_up` integer DEFAULT false NOT NULL,
	`finalised_at` text,
	`finalised_on` text,
	`finalised_by` integer,
	FOREIGN KEY (`session_id`) REFERENCES `training_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`finalised_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sittings_session` ON `sittings` (`session_id`);--> statement-breakpoint
CREATE TABLE `training_sessions` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`about` text,
	`trainer` text,
	`trainer_person_id` integer,
	`trainer_holds_id` integer,
	`audience` text NOT NULL,
	`recording_link` text,
	`recording_quiz_id` integer,
	`planned_on` text NOT NULL,
	`planned_at` text NOT NULL,
	`planned_by` integer,
	`closed_on` text,
	`called_off_on` text,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainer_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainer_holds_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recording_quiz_id`) REFERENCES `quizzes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `training_sessions_school` ON `training_sessions` (`school_id`);--> statement-breakpoint
CREATE TABLE `waiting_files` (
	`token` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`handed_in_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `evidence_files`(`sha256`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `waiting_files_account` ON `waiting_files` (`account_id`);--> statement-breakpoint
ALTER TABLE `checks` ADD `returned_for` text;--> statement-breakpoint
ALTER TABLE `checks` ADD `checked_on` text;--> statement-breakpoint
ALTER TABLE `checks` ADD `provider` text;--> statement-breakpoint
ALTER TABLE `checks` ADD `level` text;--> statement-breakpoint
ALTER TABLE `checks` ADD `reference` text;--> statement-breakpoint
ALTER TABLE `checks` ADD `training_days` real;--> statement-breakpoint
ALTER TABLE `completions` ADD `recorded_on` text;--> statement-breakpoint
ALTER TABLE `completions` ADD `is_handed_in` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `completions` ADD `level` text;--> statement-breakpoint
ALTER TABLE `completions` ADD `training_days` real;--> statement-breakpoint
ALTER TABLE `editions` ADD `what_changed` text;--> statement-breakpoint
ALTER TABLE `editions` ADD `link` text;--> statement-breakpoint
ALTER TABLE `editions` ADD `file_sha256` text REFERENCES evidence_files(sha256);--> statement-breakpoint
ALTER TABLE `editions` ADD `file_name` text;--> statement-breakpoint
ALTER TABLE `editions` ADD `source` text;--> statement-breakpoint
ALTER TABLE `editions` ADD `parts` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `editions` ADD `reads` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `editions` ADD `corrects_id` integer REFERENCES editions(id);--> statement-breakpoint
ALTER TABLE `editions` ADD `check_topics` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `requirements` ADD `asks_for` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `requirements` ADD `minutes_needed` integer;