import { startEmbedded } from "#embedded/start.ts";

// A process of its own that holds an embedded server until it is killed. Prints one line of JSON when it is up.
const server = await startEmbedded({ dataDir: process.argv[2] ?? "" });
console.log(JSON.stringify({ url: server.superuserUrl("postgres"), pid: server.pid, description: server.description }));
setInterval(() => undefined, 1000);
process.once("SIGTERM", () => void server.stop().then(() => process.exit(0)));
