CREATE TABLE "conversation_summaries" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"language" text NOT NULL,
	"summary" text NOT NULL,
	"outcome" text,
	"next_step" text,
	"sentiment" text,
	"model" text NOT NULL,
	"prompt_version" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_summaries_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "conversation_summaries_version_key" UNIQUE("company_id","conversation_id","version"),
	CONSTRAINT "conversation_summaries_language_check" CHECK ("conversation_summaries"."language" in ('ar', 'en')),
	CONSTRAINT "conversation_summaries_outcome_check" CHECK ("conversation_summaries"."outcome" in ('booked', 'interested', 'answered', 'ticket_opened', 'handed_over', 'not_interested', 'no_answer', 'wrong_number', 'failed')),
	CONSTRAINT "conversation_summaries_sentiment_check" CHECK ("conversation_summaries"."sentiment" in ('positive', 'neutral', 'negative')),
	CONSTRAINT "conversation_summaries_summary_check" CHECK (char_length("conversation_summaries"."summary") between 1 and 5000)
);
--> statement-breakpoint
CREATE TABLE "dialling_rules" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"country" text NOT NULL,
	"from_time" text NOT NULL,
	"to_time" text NOT NULL,
	"on_weekend" boolean NOT NULL,
	"holidays" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unanswered_per_day" integer NOT NULL,
	"unanswered_per_week" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dialling_rules_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "dialling_rules_country_key" UNIQUE("company_id","country"),
	CONSTRAINT "dialling_rules_country_check" CHECK ("dialling_rules"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "dialling_rules_times_check" CHECK ("dialling_rules"."from_time" ~ '^[0-2][0-9]:[0-5][0-9]$' and "dialling_rules"."to_time" ~ '^[0-2][0-9]:[0-5][0-9]$' and "dialling_rules"."from_time" < "dialling_rules"."to_time"),
	CONSTRAINT "dialling_rules_limits_check" CHECK ("dialling_rules"."unanswered_per_day" between 1 and 10 and "dialling_rules"."unanswered_per_week" between 1 and 30)
);
--> statement-breakpoint
CREATE TABLE "hooks" (
	"hook_id" text PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "integrations" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"hook_id" text NOT NULL,
	"tool_secret_hash" text,
	"tool_secret_prefix" text,
	"phone_number_id" text,
	"phone_provider" text DEFAULT 'twilio' NOT NULL,
	"dial_concurrency" integer DEFAULT 3 NOT NULL,
	"last_event_at" timestamp(3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_failure_at" timestamp(3) with time zone,
	"last_failure" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "integrations_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "integrations_company_key" UNIQUE("company_id"),
	CONSTRAINT "integrations_phone_provider_check" CHECK ("integrations"."phone_provider" in ('twilio', 'sip_trunk')),
	CONSTRAINT "integrations_dial_concurrency_check" CHECK ("integrations"."dial_concurrency" between 1 and 50),
	CONSTRAINT "integrations_hook_id_check" CHECK ("integrations"."hook_id" ~ '^[0-9a-f]{32}$')
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"notification_id" uuid,
	"event_key" text NOT NULL,
	"kind" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"failure" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mails_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "mails_event_key" UNIQUE("company_id","user_id","event_key")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "failure_limit_percent" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "dial_attempts" ADD COLUMN "conversation_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "agent_version" integer;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "model" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "prompt_tokens" integer;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "completion_tokens" integer;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "cost_usd_micros" bigint;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "extracted" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "end_reason" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "settled_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "is_cut" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "took" jsonb;--> statement-breakpoint
ALTER TABLE "conversation_summaries" ADD CONSTRAINT "conversation_summaries_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_summaries" ADD CONSTRAINT "conversation_summaries_conversation_fk" FOREIGN KEY ("company_id","conversation_id") REFERENCES "public"."conversations"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_summaries" ADD CONSTRAINT "conversation_summaries_created_by_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialling_rules" ADD CONSTRAINT "dialling_rules_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."users"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_notification_fk" FOREIGN KEY ("company_id","notification_id") REFERENCES "public"."notifications"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_summaries_created_by_idx" ON "conversation_summaries" USING btree ("company_id","created_by");--> statement-breakpoint
CREATE INDEX "mails_notification_idx" ON "mails" USING btree ("company_id","notification_id");--> statement-breakpoint
CREATE INDEX "mails_waiting_idx" ON "mails" USING btree ("company_id","created_at") WHERE sent_at is null;--> statement-breakpoint
ALTER TABLE "dial_attempts" ADD CONSTRAINT "dial_attempts_conversation_fk" FOREIGN KEY ("company_id","conversation_id") REFERENCES "public"."conversations"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dial_attempts_vendor_call_idx" ON "dial_attempts" USING btree ("company_id","vendor_call_id");--> statement-breakpoint
CREATE INDEX "dial_attempts_conversation_idx" ON "dial_attempts" USING btree ("company_id","conversation_id");--> statement-breakpoint
ALTER TABLE "conversations" DROP COLUMN "cost_minor";--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_failure_limit_check" CHECK ("campaigns"."failure_limit_percent" between 1 and 100);--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_cost_check" CHECK ("conversations"."cost_usd_micros" >= 0 and "conversations"."prompt_tokens" >= 0 and "conversations"."completion_tokens" >= 0);