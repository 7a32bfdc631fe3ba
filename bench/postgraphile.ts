import { createHash } from "node:crypto";
import type { Server } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

/** PostGraphile as its manual sets it up, on the app role: the session decides the settings of each request's transaction. */
export async function addPostGraphile(server: Server, options: { appUrl: string; pool_size: number }): Promise<void> {
  const service = makePgService({
    connectionString: options.appUrl,
    poolConfig: { max: options.pool_size },
    schemas: ["public"],
  });
  const withClient = await service.adaptor.createWithPgClient(service.adaptorSettings);

  async function settings(authorization: string | undefined) {
    const token = authorization?.replace(/^Bearer /, "") ?? "";
    const company = token.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})\..*$/, "$1-$2-$3-$4-$5");
    const hash = createHash("sha256").update(token).digest("hex");
    const { rows } = await withClient(null, (client) =>
      client.query<{ company_id: string; user_id: string; role: string }>({
        name: "find_session",
        text: "select company_id, user_id, role from app.find_session($1, $2) where expires_at > now()",
        values: [company, hash],
      }),
    );
    const [session] = rows;
    if (session === undefined) throw new Error("Not signed in.");
    return { "app.company_id": session.company_id, "app.user_id": session.user_id, "app.role": session.role };
  }

  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [service],
    grafserv: { graphqlPath: "/graphql", graphiql: false, websockets: false, watch: false },
    grafast: {
      explain: false,
      context: async ({ node }) => ({ pgSettings: await settings(node?.req.headers.authorization) }),
    },
  });
  await instance.createServ(grafserv).addTo(server);
}
