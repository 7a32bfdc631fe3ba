call app.fence('dialling_rules', frozen => '{country}');
call app.audit('dialling_rules');
