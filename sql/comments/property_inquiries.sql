
comment on table property_inquiries is 'Each time a customer asked about a listing.';
comment on column property_inquiries.company_id is 'The company (tenant) this row belongs to; leads every key, and the fence compares it.';
comment on column property_inquiries.id is 'UUID of version 7, unique within the company.';
comment on column property_inquiries.property_id is 'Which listing: properties.id.';
comment on column property_inquiries.customer_id is 'Who asked: customers.id.';
comment on column property_inquiries.conversation_id is 'In which conversation: conversations.id; null when told to staff.';
comment on column property_inquiries.source is 'Who heard it: staff, voice_agent, chat_agent or system.';
comment on column property_inquiries.created_at is 'When it was asked, UTC instant.';
