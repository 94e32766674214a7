CREATE TABLE `attempt_questions` (
	`attempt_id` integer NOT NULL,
	`position` integer NOT NULL,
	`revision_id` integer NOT NULL,
	`answer` text,
	`answered_at` text,
	`is_right` integer,
	PRIMARY KEY(`attempt_id`, `position`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `question_revisions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `attempt_questions_revision` ON `attempt_questions` (`revision_id`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` integer PRIMARY KEY NOT NULL,
	`quiz_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`seed` integer NOT NULL,
	`quiz_title` text NOT NULL,
	`pass_mark` integer NOT NULL,
	`submit_token` text NOT NULL,
	`started_on` text NOT NULL,
	`started_at` text NOT NULL,
	`submitted_on` text,
	`submitted_at` text,
	`score` integer,
	`has_passed` integer,
	`completion_id` integer,
	FOREIGN KEY (`quiz_id`) REFERENCES `quizzes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`completion_id`) REFERENCES `completions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_submit_token_unique` ON `attempts` (`submit_token`);--> statement-breakpoint
CREATE INDEX `attempts_person` ON `attempts` (`person_id`,`quiz_id`);--> statement-breakpoint
CREATE INDEX `attempts_quiz` ON `attempts` (`quiz_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_open` ON `attempts` (`person_id`,`quiz_id`,`kind`) WHERE submitted_at IS NULL;--> statement-breakpoint
CREATE TABLE `briefing_points` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`revision_id` integer,
	`words` text NOT NULL,
	`added_on` text NOT NULL,
	`said_on` text,
	`said` text,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `question_revisions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `briefing_points_school` ON `briefing_points` (`school_id`);--> statement-breakpoint
CREATE TABLE `offer_revisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`section_id` integer NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	`words_hash` text NOT NULL,
	`audience` text NOT NULL,
	`source_document` text NOT NULL,
	`source_place` text NOT NULL,
	`checked_on` text NOT NULL,
	`review_by` text NOT NULL,
	`owner` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` integer,
	`published_at` text,
	`published_by` integer,
	FOREIGN KEY (`section_id`) REFERENCES `offer_sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `offer_revisions_number` ON `offer_revisions` (`section_id`,`number`);--> statement-breakpoint
CREATE TABLE `offer_sections` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`topic` text NOT NULL,
	`position` integer NOT NULL,
	`retired_from` text,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `offer_sections_topic` ON `offer_sections` (`school_id`,`topic`);--> statement-breakpoint
CREATE TABLE `offer_warnings` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`key` text NOT NULL,
	`place` text NOT NULL,
	`says` text NOT NULL,
	`problem` text NOT NULL,
	`action` text NOT NULL,
	`dealt_with_on` text,
	`dealt_with` text,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `offer_warnings_key` ON `offer_warnings` (`school_id`,`key`);--> statement-breakpoint
CREATE TABLE `offers` (
	`school_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`front_door_name` text,
	`front_door_telephone` text,
	`front_door_out_of_hours` text,
	`front_door_hours` text,
	`front_door_checked_on` text,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `question_decisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`question_id` integer NOT NULL,
	`decision` text NOT NULL,
	`revision_id` integer NOT NULL,
	`section_words` text,
	`why` text,
	`decided_at` text NOT NULL,
	`decided_by` integer,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `question_revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_decisions_question` ON `question_decisions` (`school_id`,`question_id`);--> statement-breakpoint
CREATE TABLE `question_revisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`question_id` integer NOT NULL,
	`number` integer NOT NULL,
	`topic` text NOT NULL,
	`section` text NOT NULL,
	`type` text NOT NULL,
	`must_pass` integer DEFAULT false NOT NULL,
	`story` text,
	`text` text NOT NULL,
	`options` text NOT NULL,
	`extras` text NOT NULL,
	`source_document` text NOT NULL,
	`source_place` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` integer,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `question_revisions_number` ON `question_revisions` (`question_id`,`number`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer,
	`school_id` integer,
	`key` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trusts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_of_trust` ON `questions` (`trust_id`,`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `questions_of_school` ON `questions` (`school_id`,`key`);--> statement-breakpoint
CREATE TABLE `quiz_certificates` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`attempt_id` integer NOT NULL,
	`person_name` text NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_certificates_code_unique` ON `quiz_certificates` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_certificates_attempt_id_unique` ON `quiz_certificates` (`attempt_id`);--> statement-breakpoint
CREATE TABLE `quiz_talks` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`quiz_id` integer NOT NULL,
	`talked_on` text NOT NULL,
	`noted_at` text NOT NULL,
	`noted_by` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`quiz_id`) REFERENCES `quizzes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`noted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `quiz_talks_person` ON `quiz_talks` (`person_id`,`quiz_id`);--> statement-breakpoint
CREATE TABLE `quizzes` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`about` text NOT NULL,
	`parts` text NOT NULL,
	`pass_mark` integer NOT NULL,
	`must_pass_at_least` integer DEFAULT 0 NOT NULL,
	`audience` text NOT NULL,
	`requirement_id` integer,
	`allows_practice` integer DEFAULT false NOT NULL,
	`retry` text NOT NULL,
	`position` integer NOT NULL,
	`retired_from` text,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `quizzes_key` ON `quizzes` (`school_id`,`key`);--> statement-breakpoint
ALTER TABLE `schools` ADD `shows_initials` integer DEFAULT false NOT NULL;