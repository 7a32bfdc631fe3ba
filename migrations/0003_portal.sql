CREATE TABLE "agents" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"gender" text NOT NULL,
	"language" text NOT NULL,
	"greeting" text NOT NULL,
	"prompt" text NOT NULL,
	"model" text,
	"temperature" real DEFAULT 0.4 NOT NULL,
	"vendor_agent_id" text,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agents_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "agents_version_key" UNIQUE("company_id","kind","version"),
	CONSTRAINT "agents_kind_check" CHECK ("agents"."kind" in ('voice', 'chat')),
	CONSTRAINT "agents_gender_check" CHECK ("agents"."gender" in ('female', 'male')),
	CONSTRAINT "agents_language_check" CHECK ("agents"."language" in ('ar', 'en')),
	CONSTRAINT "agents_temperature_check" CHECK ("agents"."temperature" between 0 and 2),
	CONSTRAINT "agents_name_check" CHECK (char_length("agents"."name") between 1 and 60),
	CONSTRAINT "agents_greeting_check" CHECK (char_length("agents"."greeting") between 1 and 1000),
	CONSTRAINT "agents_prompt_check" CHECK (char_length("agents"."prompt") between 1 and 20000)
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid,
	"conversation_id" uuid,
	"body" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notes_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "notes_subject_check" CHECK ("notes"."customer_id" is not null or "notes"."conversation_id" is not null),
	CONSTRAINT "notes_body_check" CHECK (char_length("notes"."body") between 1 and 4000)
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"in_app" boolean NOT NULL,
	"email" boolean NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_preferences_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "notification_preferences_one_key" UNIQUE("company_id","user_id","kind"),
	CONSTRAINT "notification_preferences_kind_check" CHECK ("notification_preferences"."kind" in ('booking_pending', 'booking_decided', 'ticket_assigned', 'handed_over', 'campaign_paused', 'webhook_failing'))
);
--> statement-breakpoint
CREATE TABLE "property_inquiries" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"property_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"conversation_id" uuid,
	"source" text NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "property_inquiries_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "property_inquiries_source_check" CHECK ("property_inquiries"."source" in ('staff', 'voice_agent', 'chat_agent', 'system'))
);
--> statement-breakpoint
CREATE TABLE "ticket_viewers" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"last_seen_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_viewers_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "ticket_viewers_one_key" UNIQUE("company_id","ticket_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "ticket_events" DROP CONSTRAINT "ticket_events_kind_check";--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "working_hours" jsonb DEFAULT '{"7":{"from":"09:00","to":"18:00"},"1":{"from":"09:00","to":"18:00"},"2":{"from":"09:00","to":"18:00"},"3":{"from":"09:00","to":"18:00"},"4":{"from":"09:00","to":"18:00"}}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "ticket_hours" jsonb DEFAULT '{"urgent":4,"high":9,"medium":27,"low":45}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "handed_over_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "handle" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "hijri" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "shortcuts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_created_by_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_customer_fk" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_conversation_fk" FOREIGN KEY ("company_id","conversation_id") REFERENCES "public"."conversations"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_created_by_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_user_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."users"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_inquiries" ADD CONSTRAINT "property_inquiries_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_inquiries" ADD CONSTRAINT "property_inquiries_property_fk" FOREIGN KEY ("company_id","property_id") REFERENCES "public"."properties"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_inquiries" ADD CONSTRAINT "property_inquiries_customer_fk" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_inquiries" ADD CONSTRAINT "property_inquiries_conversation_fk" FOREIGN KEY ("company_id","conversation_id") REFERENCES "public"."conversations"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_viewers" ADD CONSTRAINT "ticket_viewers_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_viewers" ADD CONSTRAINT "ticket_viewers_ticket_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "public"."tickets"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_viewers" ADD CONSTRAINT "ticket_viewers_user_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."users"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agents_created_by_idx" ON "agents" USING btree ("company_id","created_by");--> statement-breakpoint
CREATE INDEX "notes_customer_idx" ON "notes" USING btree ("company_id","customer_id","created_at");--> statement-breakpoint
CREATE INDEX "notes_conversation_idx" ON "notes" USING btree ("company_id","conversation_id","created_at");--> statement-breakpoint
CREATE INDEX "notes_created_by_idx" ON "notes" USING btree ("company_id","created_by");--> statement-breakpoint
CREATE INDEX "property_inquiries_property_idx" ON "property_inquiries" USING btree ("company_id","property_id","created_at");--> statement-breakpoint
CREATE INDEX "property_inquiries_customer_idx" ON "property_inquiries" USING btree ("company_id","customer_id","created_at");--> statement-breakpoint
CREATE INDEX "property_inquiries_conversation_idx" ON "property_inquiries" USING btree ("company_id","conversation_id");--> statement-breakpoint
CREATE INDEX "ticket_viewers_user_idx" ON "ticket_viewers" USING btree ("company_id","user_id");--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_merged_into_fk" FOREIGN KEY ("company_id","merged_into_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_merged_into_idx" ON "customers" USING btree ("company_id","merged_into_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_handle_key" UNIQUE("company_id","handle");--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_merged_into_check" CHECK ("customers"."merged_into_id" <> "customers"."id");--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_kind_check" CHECK ("ticket_events"."kind" in ('created', 'assigned', 'status_changed', 'priority_changed', 'category_changed', 'due_changed', 'edited', 'commented', 'resolved', 'reopened'));