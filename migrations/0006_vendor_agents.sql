CREATE TABLE "vendor_agents" (
	"vendor_agent_id" text PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL
);
