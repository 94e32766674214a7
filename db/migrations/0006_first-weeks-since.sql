ALTER TABLE `induction_lists` ADD `starts_on` text;--> statement-breakpoint
ALTER TABLE `induction_steps` ADD `starts_on` text;