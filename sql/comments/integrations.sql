comment on table integrations is 'How a company is joined to the vendors of its agents; one row a company.';
comment on column integrations.company_id is 'The company (tenant) this row belongs to; leads every key, and the fence compares it.';
comment on column integrations.id is 'UUID of version 7, unique within the company.';
comment on column integrations.hook_id is 'Names the company in the address of its webhook.';
comment on column integrations.tool_secret_hash is 'SHA-256 of the secret that the voice agent''s tools carry; never read back.';
comment on column integrations.tool_secret_prefix is 'What people see of the secret.';
comment on column integrations.phone_number_id is 'The vendor''s id of the number that campaigns call from.';
comment on column integrations.phone_provider is 'twilio or sip_trunk.';
comment on column integrations.dial_concurrency is 'Calls of campaigns at the same time.';
comment on column integrations.last_event_at is 'When the last good delivery came, UTC instant.';
comment on column integrations.failures is 'Deliveries refused since the last good one.';
comment on column integrations.last_failure_at is 'When the last delivery was refused, UTC instant.';
comment on column integrations.last_failure is 'Why the last delivery was refused.';
comment on column integrations.version is 'Goes up by one with every change; a change from a stale one is refused.';
comment on column integrations.created_at is 'When the row was made, UTC instant.';
comment on column integrations.updated_at is 'When the row was last changed, UTC instant.';

comment on table hooks is 'Address of a webhook -> company; global, and closed to everybody but the doors of portal_directory.';
comment on column hooks.hook_id is 'The opaque part of the address.';
comment on column hooks.company_id is 'Whose it is.';

comment on table vendor_agents is 'Agent at the voice vendor -> company; global, and closed to everybody but the doors of portal_directory.';
comment on column vendor_agents.vendor_agent_id is 'The vendor''s id of the agent.';
comment on column vendor_agents.company_id is 'Whose it is.';
