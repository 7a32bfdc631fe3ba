
comment on table agents is 'How the voice and chat agents of a company speak. Every save is a new version; the highest of a kind is in use.';
comment on column agents.company_id is 'The company (tenant) this row belongs to; leads every key, and the fence compares it.';
comment on column agents.id is 'UUID of version 7, unique within the company.';
comment on column agents.kind is 'voice or chat.';
comment on column agents.version is '1, 2, 3 … within the company and kind.';
comment on column agents.name is 'Name in Arabic, as the agent introduces itself.';
comment on column agents.name_en is 'Name in English.';
comment on column agents.gender is 'female or male: Arabic verbs agree with it.';
comment on column agents.language is 'Language it begins in: ar or en.';
comment on column agents.greeting is 'Its first words.';
comment on column agents.prompt is 'What it is told about its work.';
comment on column agents.model is 'Model it thinks with; null for the default.';
comment on column agents.temperature is '0 (always the same) to 2 (free).';
comment on column agents.vendor_agent_id is 'Its name at the vendor; null for the simulator.';
comment on column agents.created_by is 'Who saved this version: users.id; null for the system.';
comment on column agents.created_at is 'When the row was made, UTC instant.';
