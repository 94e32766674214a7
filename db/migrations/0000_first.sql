CREATE TABLE `absences` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `absences_person` ON `absences` (`person_id`);--> statement-breakpoint
CREATE TABLE `account_people` (
	`account_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	PRIMARY KEY(`account_id`, `person_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_people_person` ON `account_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_unique` ON `accounts` (`email`);--> statement-breakpoint
CREATE TABLE `appointment_kinds` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`category` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `appointment_kinds_key` ON `appointment_kinds` (`school_id`,`key`);--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`kind_id` integer NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind_id`) REFERENCES `appointment_kinds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `appointments_person` ON `appointments` (`person_id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`chain` integer NOT NULL,
	`sequence` integer NOT NULL,
	`at` text NOT NULL,
	`actor_account_id` integer,
	`action` text NOT NULL,
	`person_id` integer,
	`import_id` integer,
	`contents` text,
	`contents_digest` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_sequence` ON `audit_entries` (`chain`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_entries_person` ON `audit_entries` (`person_id`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`requirement_id` integer NOT NULL,
	`booked_on` text NOT NULL,
	`provider` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `bookings_person` ON `bookings` (`person_id`);--> statement-breakpoint
CREATE TABLE `checks` (
	`id` integer PRIMARY KEY NOT NULL,
	`completion_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`checked_at` text NOT NULL,
	`checked_by` integer NOT NULL,
	FOREIGN KEY (`completion_id`) REFERENCES `completions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `checks_completion` ON `checks` (`completion_id`);--> statement-breakpoint
CREATE TABLE `completions` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`requirement_id` integer NOT NULL,
	`completed_on` text NOT NULL,
	`printed_expiry_on` text,
	`edition_id` integer,
	`evidence` text NOT NULL,
	`provider` text,
	`reference` text,
	`note` text,
	`earned_elsewhere` integer DEFAULT false NOT NULL,
	`needs_check` integer DEFAULT false NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` integer,
	`import_id` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `completions_person` ON `completions` (`person_id`,`requirement_id`);--> statement-breakpoint
CREATE TABLE `cover_rules` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`requirement_id` integer NOT NULL,
	`parts` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cover_rules_key` ON `cover_rules` (`school_id`,`key`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`in_force_from` text NOT NULL,
	`state` text NOT NULL,
	`confirmed_on` text,
	`due_by` text,
	FOREIGN KEY (`publication_id`) REFERENCES `publications`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_key` ON `editions` (`publication_id`,`key`);--> statement-breakpoint
CREATE TABLE `exemptions` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`requirement_id` integer NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `exemptions_person` ON `exemptions` (`person_id`);--> statement-breakpoint
CREATE TABLE `failures` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`failed_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `failures_key` ON `failures` (`key`,`failed_at`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`role` text NOT NULL,
	`school_id` integer,
	`trust_id` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trust_id`) REFERENCES `trusts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `grants_school` ON `grants` (`account_id`,`role`,`school_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grants_trust` ON `grants` (`account_id`,`role`,`trust_id`);--> statement-breakpoint
CREATE TABLE `import_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` integer NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_changes_import` ON `import_changes` (`import_id`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`kind` text NOT NULL,
	`headings` text NOT NULL,
	`mapping` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `import_mappings_headings` ON `import_mappings` (`school_id`,`kind`,`headings`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`state` text NOT NULL,
	`started_at` text NOT NULL,
	`done_at` text,
	`actor_account_id` integer,
	`staged` text,
	`summary` text,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` integer PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`account_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `marks` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`ref` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`email` text,
	`left_without_day` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_ref` ON `people` (`school_id`,`ref`);--> statement-breakpoint
CREATE INDEX `people_name` ON `people` (`school_id`,`last_name`,`first_name`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_key` ON `publications` (`school_id`,`key`);--> statement-breakpoint
CREATE TABLE `requirement_lines` (
	`id` integer PRIMARY KEY NOT NULL,
	`version_id` integer NOT NULL,
	`key` text NOT NULL,
	`audience` text NOT NULL,
	`cycle` text NOT NULL,
	`start_within` integer NOT NULL,
	`roll_out_on` text,
	`basis` text NOT NULL,
	`suggestion` text,
	FOREIGN KEY (`version_id`) REFERENCES `requirement_versions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `requirement_lines_key` ON `requirement_lines` (`version_id`,`key`);--> statement-breakpoint
CREATE TABLE `requirement_met_by` (
	`requirement_id` integer NOT NULL,
	`met_by_id` integer NOT NULL,
	PRIMARY KEY(`requirement_id`, `met_by_id`),
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`met_by_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `requirement_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`requirement_id` integer NOT NULL,
	`starts_on` text NOT NULL,
	`applies_to_earlier` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `requirement_versions_start` ON `requirement_versions` (`requirement_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `requirements` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`what_counts` text NOT NULL,
	`where_to_go` text,
	`site_specific` integer DEFAULT false NOT NULL,
	`handed_in_counts` text DEFAULT 'when-checked' NOT NULL,
	`notice_days` integer,
	`retired_from` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `requirements_key` ON `requirements` (`school_id`,`key`);--> statement-breakpoint
CREATE TABLE `schools` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`notice_days` integer DEFAULT 60 NOT NULL,
	`gap_days` integer DEFAULT 90 NOT NULL,
	`return_days` integer DEFAULT 7 NOT NULL,
	`facts_version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trusts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `schools_key_unique` ON `schools` (`key`);--> statement-breakpoint
CREATE TABLE `sent_forms` (
	`key` text PRIMARY KEY NOT NULL,
	`account_id` integer,
	`sent_at` text NOT NULL,
	`answer` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`person_id` integer,
	`school_id` integer,
	`started_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`travel_day` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sign_ins_account` ON `sign_ins` (`account_id`);--> statement-breakpoint
CREATE TABLE `terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`school_id` integer NOT NULL,
	`name` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `trusts` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`completion_id` integer PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_at` text NOT NULL,
	`withdrawn_by` integer,
	FOREIGN KEY (`completion_id`) REFERENCES `completions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
