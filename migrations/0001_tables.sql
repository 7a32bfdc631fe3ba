CREATE TABLE "audit_log" (
	"company_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" NOT NULL,
	"table_name" text NOT NULL,
	"row_id" text NOT NULL,
	"op" text NOT NULL,
	"actor_id" uuid,
	"actor_role" text,
	"request_id" text,
	"before" jsonb,
	"after" jsonb,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_log_company_id_seq_pk" PRIMARY KEY("company_id","seq"),
	CONSTRAINT "audit_log_op_check" CHECK ("audit_log"."op" in ('insert', 'update', 'delete'))
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"company_id" uuid NOT NULL,
	"link" integer NOT NULL,
	"through_xid" "xid8" NOT NULL,
	"row_count" integer NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "audit_seals_company_id_link_pk" PRIMARY KEY("company_id","link")
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"customer_id" uuid NOT NULL,
	"property_id" uuid NOT NULL,
	"staff_id" uuid,
	"conversation_id" uuid,
	"starts_at" timestamp(3) with time zone NOT NULL,
	"ends_at" timestamp(3) with time zone NOT NULL,
	"price_minor" bigint,
	"currency" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"source" text DEFAULT 'staff' NOT NULL,
	"notes" text,
	"decided_by" uuid,
	"decided_at" timestamp(3) with time zone,
	"reject_reason" text,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookings_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "bookings_number_key" UNIQUE("company_id","number"),
	CONSTRAINT "bookings_status_check" CHECK ("bookings"."status" in ('pending', 'approved', 'rejected', 'cancelled', 'completed')),
	CONSTRAINT "bookings_source_check" CHECK ("bookings"."source" in ('staff', 'voice_agent', 'chat_agent', 'system')),
	CONSTRAINT "bookings_span_check" CHECK ("bookings"."ends_at" > "bookings"."starts_at" and "bookings"."ends_at" <= "bookings"."starts_at" + interval '24 hours'),
	CONSTRAINT "bookings_price_check" CHECK ("bookings"."price_minor" >= 0),
	CONSTRAINT "bookings_decided_check" CHECK ("bookings"."status" not in ('approved', 'rejected') or "bookings"."decided_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "campaign_recipients" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"customer_id" uuid,
	"phone" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"reason" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp(3) with time zone,
	"conversation_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_recipients_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "campaign_recipients_phone_key" UNIQUE("company_id","campaign_id","phone"),
	CONSTRAINT "campaign_recipients_status_check" CHECK ("campaign_recipients"."status" in ('pending', 'dialling', 'answered', 'no_answer', 'busy', 'voicemail', 'failed', 'skipped')),
	CONSTRAINT "campaign_recipients_phone_check" CHECK ("campaign_recipients"."phone" ~ '^\+[1-9][0-9]{6,14}$')
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"script" text,
	"audience" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"scheduled_at" timestamp(3) with time zone,
	"started_at" timestamp(3) with time zone,
	"finished_at" timestamp(3) with time zone,
	"pause_reason" text,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaigns_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "campaigns_type_check" CHECK ("campaigns"."type" in ('voice', 'chat')),
	CONSTRAINT "campaigns_status_check" CHECK ("campaigns"."status" in ('draft', 'scheduled', 'running', 'paused', 'completed', 'cancelled')),
	CONSTRAINT "campaigns_name_check" CHECK (char_length("campaigns"."name") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "dial_attempts" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"outcome" text,
	"reason" text,
	"vendor_call_id" text,
	"started_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dial_attempts_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "dial_attempts_attempt_key" UNIQUE("company_id","recipient_id","attempt"),
	CONSTRAINT "dial_attempts_outcome_check" CHECK ("dial_attempts"."outcome" in ('pending', 'dialling', 'answered', 'no_answer', 'busy', 'voicemail', 'failed', 'skipped')),
	CONSTRAINT "dial_attempts_attempt_check" CHECK ("dial_attempts"."attempt" > 0)
);
--> statement-breakpoint
CREATE TABLE "do_not_call" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"phone" text NOT NULL,
	"reason" text,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "do_not_call_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "do_not_call_phone_key" UNIQUE("company_id","phone"),
	CONSTRAINT "do_not_call_phone_check" CHECK ("do_not_call"."phone" ~ '^\+[1-9][0-9]{6,14}$')
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"country" text NOT NULL,
	"city" text NOT NULL,
	"timezone" text NOT NULL,
	"currency" text NOT NULL,
	"locale" text DEFAULT 'ar' NOT NULL,
	"digits" text DEFAULT 'latn' NOT NULL,
	"week_start" smallint DEFAULT 7 NOT NULL,
	"weekend" smallint[] DEFAULT '{5,6}' NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "companies_slug_key" UNIQUE("company_id","slug"),
	CONSTRAINT "companies_locale_check" CHECK ("companies"."locale" in ('ar', 'en')),
	CONSTRAINT "companies_digits_check" CHECK ("companies"."digits" in ('latn', 'arab')),
	CONSTRAINT "companies_name_check" CHECK (char_length("companies"."name") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"company_id" uuid NOT NULL,
	"noun" text NOT NULL,
	"value" bigint NOT NULL,
	CONSTRAINT "counters_company_id_noun_pk" PRIMARY KEY("company_id","noun")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid,
	"type" text NOT NULL,
	"status" text DEFAULT 'ended' NOT NULL,
	"mode" text DEFAULT 'real' NOT NULL,
	"channel" text DEFAULT 'phone' NOT NULL,
	"direction" text DEFAULT 'inbound' NOT NULL,
	"outcome" text,
	"agent_name" text,
	"language" text,
	"summary" text,
	"summary_folded" text GENERATED ALWAYS AS (app.fold_arabic(summary)) STORED,
	"next_step" text,
	"sentiment" text,
	"audio_url" text,
	"audio_key" text,
	"vendor" text,
	"vendor_conversation_id" text,
	"cost_minor" bigint,
	"handed_over_to" uuid,
	"created_by" uuid,
	"started_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"duration_seconds" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "conversations_vendor_key" UNIQUE("company_id","vendor","vendor_conversation_id"),
	CONSTRAINT "conversations_type_check" CHECK ("conversations"."type" in ('voice', 'chat')),
	CONSTRAINT "conversations_status_check" CHECK ("conversations"."status" in ('in_progress', 'ended', 'failed')),
	CONSTRAINT "conversations_mode_check" CHECK ("conversations"."mode" in ('real', 'trial')),
	CONSTRAINT "conversations_channel_check" CHECK ("conversations"."channel" in ('phone', 'web', 'playground')),
	CONSTRAINT "conversations_direction_check" CHECK ("conversations"."direction" in ('inbound', 'outbound')),
	CONSTRAINT "conversations_outcome_check" CHECK ("conversations"."outcome" in ('booked', 'interested', 'answered', 'ticket_opened', 'handed_over', 'not_interested', 'no_answer', 'wrong_number', 'failed')),
	CONSTRAINT "conversations_sentiment_check" CHECK ("conversations"."sentiment" in ('positive', 'neutral', 'negative')),
	CONSTRAINT "conversations_duration_check" CHECK ("conversations"."duration_seconds" >= 0),
	CONSTRAINT "conversations_ended_check" CHECK (("conversations"."status" = 'in_progress') = ("conversations"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"speaker" text NOT NULL,
	"text" text NOT NULL,
	"text_folded" text GENERATED ALWAYS AS (app.fold_arabic(text)) STORED,
	"at_ms" integer,
	"tool" jsonb,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "messages_position_key" UNIQUE("company_id","conversation_id","position"),
	CONSTRAINT "messages_speaker_check" CHECK ("messages"."speaker" in ('customer', 'agent', 'staff', 'tool')),
	CONSTRAINT "messages_text_check" CHECK (char_length("messages"."text") <= 20000),
	CONSTRAINT "messages_at_check" CHECK ("messages"."at_ms" >= 0)
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text GENERATED ALWAYS AS (app.name_key(name)) STORED,
	"phone" text NOT NULL,
	"email" text,
	"email_key" text GENERATED ALWAYS AS (lower(email)) STORED,
	"stage" text DEFAULT 'lead' NOT NULL,
	"notes" text,
	"owner_id" uuid,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customers_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "customers_phone_key" UNIQUE("company_id","phone"),
	CONSTRAINT "customers_stage_check" CHECK ("customers"."stage" in ('lead', 'qualified', 'viewing', 'negotiation', 'deposit', 'won', 'lost')),
	CONSTRAINT "customers_name_check" CHECK (char_length("customers"."name") between 1 and 200),
	CONSTRAINT "customers_phone_check" CHECK ("customers"."phone" ~ '^\+[1-9][0-9]{6,14}$')
);
--> statement-breakpoint
CREATE TABLE "stage_changes" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"from_stage" text,
	"to_stage" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stage_changes_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "stage_changes_to_check" CHECK ("stage_changes"."to_stage" in ('lead', 'qualified', 'viewing', 'negotiation', 'deposit', 'won', 'lost')),
	CONSTRAINT "stage_changes_from_check" CHECK ("stage_changes"."from_stage" in ('lead', 'qualified', 'viewing', 'negotiation', 'deposit', 'won', 'lost')),
	CONSTRAINT "stage_changes_actor_check" CHECK ("stage_changes"."actor_kind" in ('staff', 'voice_agent', 'chat_agent', 'system'))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"procedure" text NOT NULL,
	"input_hash" text NOT NULL,
	"answer" jsonb,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_company_id_user_id_key_pk" PRIMARY KEY("company_id","user_id","key")
);
--> statement-breakpoint
CREATE TABLE "inbound_events" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"event_key" text NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"processed_at" timestamp(3) with time zone,
	"failure" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbound_events_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "inbound_events_event_key" UNIQUE("company_id","source","event_key")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"event_key" text NOT NULL,
	"subject_table" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"read_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notifications_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "notifications_event_key" UNIQUE("company_id","user_id","event_key"),
	CONSTRAINT "notifications_kind_check" CHECK ("notifications"."kind" in ('booking_pending', 'booking_decided', 'ticket_assigned', 'handed_over', 'campaign_paused', 'webhook_failing'))
);
--> statement-breakpoint
CREATE TABLE "properties" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reference" text NOT NULL,
	"title" text NOT NULL,
	"title_en" text,
	"title_key" text GENERATED ALWAYS AS (app.name_key(title || ' ' || coalesce(title_en, '') || ' ' || district)) STORED,
	"kind" text NOT NULL,
	"purpose" text DEFAULT 'sale' NOT NULL,
	"status" text DEFAULT 'available' NOT NULL,
	"price_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"bedrooms" integer,
	"bathrooms" integer,
	"area_sqm" integer,
	"city" text NOT NULL,
	"district" text NOT NULL,
	"description" text,
	"permit_number" text,
	"permit_expires_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "properties_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "properties_reference_key" UNIQUE("company_id","reference"),
	CONSTRAINT "properties_kind_check" CHECK ("properties"."kind" in ('villa', 'apartment', 'townhouse', 'plot', 'office')),
	CONSTRAINT "properties_purpose_check" CHECK ("properties"."purpose" in ('sale', 'rent')),
	CONSTRAINT "properties_status_check" CHECK ("properties"."status" in ('available', 'reserved', 'sold', 'withdrawn')),
	CONSTRAINT "properties_title_check" CHECK (char_length("properties"."title") between 1 and 200),
	CONSTRAINT "properties_price_check" CHECK ("properties"."price_minor" >= 0),
	CONSTRAINT "properties_size_check" CHECK ("properties"."bedrooms" >= 0 and "properties"."bathrooms" >= 0 and "properties"."area_sqm" >= 0)
);
--> statement-breakpoint
CREATE TABLE "ticket_events" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"from_value" text,
	"to_value" text,
	"body" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_events_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "ticket_events_kind_check" CHECK ("ticket_events"."kind" in ('created', 'assigned', 'status_changed', 'priority_changed', 'commented', 'resolved', 'reopened')),
	CONSTRAINT "ticket_events_actor_check" CHECK ("ticket_events"."actor_kind" in ('staff', 'voice_agent', 'chat_agent', 'system'))
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"subject" text NOT NULL,
	"subject_key" text GENERATED ALWAYS AS (app.name_key(subject)) STORED,
	"description" text,
	"category" text NOT NULL,
	"priority" text DEFAULT 'medium' NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"source" text DEFAULT 'staff' NOT NULL,
	"customer_id" uuid,
	"assignee_id" uuid,
	"conversation_id" uuid,
	"due_at" timestamp(3) with time zone,
	"resolution" text,
	"first_response_at" timestamp(3) with time zone,
	"resolved_at" timestamp(3) with time zone,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tickets_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "tickets_number_key" UNIQUE("company_id","number"),
	CONSTRAINT "tickets_category_check" CHECK ("tickets"."category" in ('maintenance', 'complaint', 'inquiry', 'contract', 'payment', 'other')),
	CONSTRAINT "tickets_priority_check" CHECK ("tickets"."priority" in ('low', 'medium', 'high', 'urgent')),
	CONSTRAINT "tickets_status_check" CHECK ("tickets"."status" in ('open', 'in_progress', 'resolved', 'closed')),
	CONSTRAINT "tickets_source_check" CHECK ("tickets"."source" in ('staff', 'voice_agent', 'chat_agent', 'system')),
	CONSTRAINT "tickets_subject_check" CHECK (char_length("tickets"."subject") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"role" text NOT NULL,
	"created_by" uuid NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"last_used_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "api_keys_secret_key" UNIQUE("company_id","secret_hash"),
	CONSTRAINT "api_keys_role_check" CHECK ("api_keys"."role" in ('admin', 'sales_manager', 'support_manager', 'agent'))
);
--> statement-breakpoint
CREATE TABLE "directory" (
	"username" text PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"company_id" uuid NOT NULL,
	"id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"user_agent" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_ends_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"gender" text,
	"password_hash" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"locale" text,
	"theme" text DEFAULT 'system' NOT NULL,
	"digits" text,
	"last_seen_at" timestamp(3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "users_username_key" UNIQUE("company_id","username"),
	CONSTRAINT "users_role_check" CHECK ("users"."role" in ('admin', 'sales_manager', 'support_manager', 'agent')),
	CONSTRAINT "users_gender_check" CHECK ("users"."gender" in ('female', 'male')),
	CONSTRAINT "users_locale_check" CHECK ("users"."locale" in ('ar', 'en')),
	CONSTRAINT "users_theme_check" CHECK ("users"."theme" in ('system', 'light', 'dark')),
	CONSTRAINT "users_digits_check" CHECK ("users"."digits" in ('latn', 'arab')),
	CONSTRAINT "users_name_check" CHECK (char_length("users"."name") between 1 and 120),
	CONSTRAINT "users_username_check" CHECK (char_length("users"."username") between 1 and 64)
);
--> statement-breakpoint
CREATE TABLE "voice_sessions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"conversation_id" uuid,
	"vendor" text NOT NULL,
	"vendor_session_id" text,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"end_reason" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "voice_sessions_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "voice_sessions_vendor_key" UNIQUE("company_id","vendor","vendor_session_id")
);
--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_customer_fk" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_property_fk" FOREIGN KEY ("company_id","property_id") REFERENCES "public"."properties"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_staff_fk" FOREIGN KEY ("company_id","staff_id") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_conversation_fk" FOREIGN KEY ("company_id","conversation_id") REFERENCES "public"."conversations"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_decided_by_fk" FOREIGN KEY ("company_id","decided_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_created_by_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_campaign_fk" FOREIGN KEY ("company_id","campaign_id") REFERENCES "public"."campaigns"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_customer_fk" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_conversation_fk" FOREIGN KEY ("company_id","conversation_id") REFERENCES "public"."conversations"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_created_by_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dial_attempts" ADD CONSTRAINT "dial_attempts_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dial_attempts" ADD CONSTRAINT "dial_attempts_recipient_fk" FOREIGN KEY ("company_id","recipient_id") REFERENCES "public"."campaign_recipients"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "do_not_call" ADD CONSTRAINT "do_not_call_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "do_not_call" ADD CONSTRAINT "do_not_call_created_by_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counters" ADD CONSTRAINT "counters_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_customer_fk" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_handed_over_fk" FOREIGN KEY ("company_id","handed_over_to") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_created_by_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_fk" FOREIGN KEY ("company_id","conversation_id") REFERENCES "public"."conversations"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_owner_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_created_by_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_customer_fk" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_events" ADD CONSTRAINT "inbound_events_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."users"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "properties" ADD CONSTRAINT "properties_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_ticket_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "public"."tickets"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_customer_fk" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_assignee_fk" FOREIGN KEY ("company_id","assignee_id") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_conversation_fk" FOREIGN KEY ("company_id","conversation_id") REFERENCES "public"."conversations"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_created_by_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."users"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_sessions" ADD CONSTRAINT "voice_sessions_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_sessions" ADD CONSTRAINT "voice_sessions_user_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."users"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_sessions" ADD CONSTRAINT "voice_sessions_conversation_fk" FOREIGN KEY ("company_id","conversation_id") REFERENCES "public"."conversations"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_row_idx" ON "audit_log" USING btree ("company_id","table_name","row_id","seq");--> statement-breakpoint
CREATE INDEX "audit_log_created_idx" ON "audit_log" USING btree ("company_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_log_feed_idx" ON "audit_log" USING btree ("xid","seq");--> statement-breakpoint
CREATE INDEX "bookings_starts_idx" ON "bookings" USING btree ("company_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "bookings_status_idx" ON "bookings" USING btree ("company_id","status","starts_at","id");--> statement-breakpoint
CREATE INDEX "bookings_created_idx" ON "bookings" USING btree ("company_id","created_at");--> statement-breakpoint
CREATE INDEX "bookings_customer_idx" ON "bookings" USING btree ("company_id","customer_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_property_idx" ON "bookings" USING btree ("company_id","property_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_staff_idx" ON "bookings" USING btree ("company_id","staff_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_conversation_idx" ON "bookings" USING btree ("company_id","conversation_id");--> statement-breakpoint
CREATE INDEX "bookings_decided_by_idx" ON "bookings" USING btree ("company_id","decided_by");--> statement-breakpoint
CREATE INDEX "bookings_created_by_idx" ON "bookings" USING btree ("company_id","created_by");--> statement-breakpoint
CREATE INDEX "campaign_recipients_status_idx" ON "campaign_recipients" USING btree ("company_id","campaign_id","status","next_attempt_at");--> statement-breakpoint
CREATE INDEX "campaign_recipients_customer_idx" ON "campaign_recipients" USING btree ("company_id","customer_id");--> statement-breakpoint
CREATE INDEX "campaign_recipients_conversation_idx" ON "campaign_recipients" USING btree ("company_id","conversation_id");--> statement-breakpoint
CREATE INDEX "campaigns_created_idx" ON "campaigns" USING btree ("company_id","created_at","id");--> statement-breakpoint
CREATE INDEX "campaigns_status_idx" ON "campaigns" USING btree ("company_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "campaigns_created_by_idx" ON "campaigns" USING btree ("company_id","created_by");--> statement-breakpoint
CREATE INDEX "dial_attempts_started_idx" ON "dial_attempts" USING btree ("company_id","started_at");--> statement-breakpoint
CREATE INDEX "do_not_call_created_by_idx" ON "do_not_call" USING btree ("company_id","created_by");--> statement-breakpoint
CREATE INDEX "conversations_started_idx" ON "conversations" USING btree ("company_id","started_at","id");--> statement-breakpoint
CREATE INDEX "conversations_type_idx" ON "conversations" USING btree ("company_id","type","started_at","id");--> statement-breakpoint
CREATE INDEX "conversations_customer_idx" ON "conversations" USING btree ("company_id","customer_id","started_at");--> statement-breakpoint
CREATE INDEX "conversations_status_idx" ON "conversations" USING btree ("company_id","status","started_at");--> statement-breakpoint
CREATE INDEX "conversations_handed_over_idx" ON "conversations" USING btree ("company_id","handed_over_to");--> statement-breakpoint
CREATE INDEX "conversations_created_by_idx" ON "conversations" USING btree ("company_id","created_by");--> statement-breakpoint
CREATE INDEX "customers_created_idx" ON "customers" USING btree ("company_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_stage_idx" ON "customers" USING btree ("company_id","stage","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_owner_idx" ON "customers" USING btree ("company_id","owner_id");--> statement-breakpoint
CREATE INDEX "customers_created_by_idx" ON "customers" USING btree ("company_id","created_by");--> statement-breakpoint
CREATE INDEX "customers_email_idx" ON "customers" USING btree ("company_id","email_key");--> statement-breakpoint
CREATE INDEX "stage_changes_customer_idx" ON "stage_changes" USING btree ("company_id","customer_id","created_at");--> statement-breakpoint
CREATE INDEX "stage_changes_created_idx" ON "stage_changes" USING btree ("company_id","created_at","to_stage");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_idx" ON "idempotency_keys" USING btree ("company_id","created_at");--> statement-breakpoint
CREATE INDEX "inbound_events_created_idx" ON "inbound_events" USING btree ("company_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_created_idx" ON "notifications" USING btree ("company_id","user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "properties_created_idx" ON "properties" USING btree ("company_id","created_at","id");--> statement-breakpoint
CREATE INDEX "properties_status_idx" ON "properties" USING btree ("company_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "ticket_events_ticket_idx" ON "ticket_events" USING btree ("company_id","ticket_id","created_at");--> statement-breakpoint
CREATE INDEX "tickets_created_idx" ON "tickets" USING btree ("company_id","created_at","id");--> statement-breakpoint
CREATE INDEX "tickets_status_idx" ON "tickets" USING btree ("company_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "tickets_assignee_idx" ON "tickets" USING btree ("company_id","assignee_id","status");--> statement-breakpoint
CREATE INDEX "tickets_customer_idx" ON "tickets" USING btree ("company_id","customer_id","created_at");--> statement-breakpoint
CREATE INDEX "tickets_conversation_idx" ON "tickets" USING btree ("company_id","conversation_id");--> statement-breakpoint
CREATE INDEX "tickets_created_by_idx" ON "tickets" USING btree ("company_id","created_by");--> statement-breakpoint
CREATE INDEX "api_keys_created_by_idx" ON "api_keys" USING btree ("company_id","created_by");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("company_id","user_id");--> statement-breakpoint
CREATE INDEX "voice_sessions_user_idx" ON "voice_sessions" USING btree ("company_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "voice_sessions_conversation_idx" ON "voice_sessions" USING btree ("company_id","conversation_id");