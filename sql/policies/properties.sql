call app.fence('properties');
call app.open_for('properties', 'portal_search', 'select');
call app.audit('properties');
