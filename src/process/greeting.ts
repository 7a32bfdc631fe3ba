import { env } from "#src/env.ts";

/** What a person reads when the portal is up. */
export function greeting(port: number, hasDemo: boolean, seconds: number): string {
  const address = `\n  Voice Agent Portal   http://localhost:${port}   (ready in ${seconds.toFixed(1)} s)\n`;
  return hasDemo ? `${address}\n${signIns()}` : address;
}

/** The demo users. The password is shown only while it is the published default. */
export function signIns(): string {
  const password = env.DEMO_PASSWORD === "portal-demo-2026" ? env.DEMO_PASSWORD : "the value of DEMO_PASSWORD";
  const users = (company: string) =>
    ["admin", "sales", "support", "agent"].map((role) => `${company}.${role}`).join("   ");
  return `  Riyadh    ${users("rawabi")}\n  Dubai     ${users("marsa")}\n  Password  ${password}\n`;
}
