-- A version is never changed: a conversation says by which one it was held.
call app.fence('agents', verbs => '{select,insert}');
call app.audit('agents');
