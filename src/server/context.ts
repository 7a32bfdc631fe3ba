import type { AgentServices } from "#agents/ports.ts";
import { Gate } from "#lib/gate.ts";
import type { ChangeFeed } from "#live/feed.ts";
import { identify } from "./identity.ts";
import type { Pool } from "./pool.ts";
import type { Recordings } from "./recordings.ts";
import type { Identity, SessionStore } from "./sessions.ts";

/** What one process shares between its requests. */
export interface Services {
  pool: Pool;
  sessions: SessionStore;
  changes: ChangeFeed;
  agents: AgentServices;
  recordings: Recordings;
}

/** What a request knows before it may touch a tenant table. */
export interface Context {
  services: Services;
  request_id: string;
  /** The client's address, for counting sign-in tries only. */
  address: string;
  user_agent: string | null;
  token: string | null;
  idempotency_key: string | null;
  /** Asked once a request, however many procedures a batch holds. */
  session(): Promise<Identity | null>;
  /** The procedures of one request use at most two connections at a time, or one page could empty the pool. */
  connections: Gate;
  setCookie(value: string): void;
  is_secure: boolean;
}

export interface RequestFacts {
  request_id: string;
  address: string;
  user_agent: string | null;
  token: string | null;
  idempotency_key: string | null;
  is_secure: boolean;
  setCookie(value: string): void;
}

export function createContext(services: Services, facts: RequestFacts): Context {
  let asked: Promise<Identity | null> | undefined;
  return {
    ...facts,
    services,
    connections: new Gate(2),
    session() {
      asked ??= facts.token === null ? Promise.resolve(null) : identify(services, facts.token);
      return asked;
    },
  };
}
