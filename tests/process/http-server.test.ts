import { get, type IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { listen } from "#src/process/http-server.ts";

const ask = (port: number): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => get({ port, host: "127.0.0.1", agent: false }, resolve).on("error", reject));

async function bodyOf(answer: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of answer) text += String(chunk);
  return text;
}

test("a taken port is one sentence that says what to do", async () => {
  const first = await listen(0, "127.0.0.1");
  await expect(listen(first.port, "127.0.0.1")).rejects.toMatchObject({
    name: "Refusal",
    message: `Port ${first.port} is taken: stop what listens there, or choose another one with PORT=${first.port + 1}.`,
  });
  await first.drain(0);
});

test("before it serves, everybody is told to come back", async () => {
  const http = await listen(0, "127.0.0.1");
  const answer = await ask(http.port);
  expect(answer.statusCode).toBe(503);
  expect(answer.headers["retry-after"]).toBe("2");
  answer.resume();
  await http.drain(1000);
});

test("draining answers the open request, ends event streams, and takes no new connection", async () => {
  const http = await listen(0, "127.0.0.1");
  const arrived = Promise.withResolvers<() => void>();
  http.serve((req, res) => {
    if (req.url === "/stream") {
      res.setHeader("content-type", "text/event-stream");
      res.write("data: 1\n\n");
    } else {
      arrived.resolve(() => res.end("finished"));
    }
  });
  const stream = await new Promise<IncomingMessage>((resolve) =>
    get({ port: http.port, host: "127.0.0.1", path: "/stream", agent: false }, resolve),
  );
  const open = ask(http.port);
  const finish = await arrived.promise;
  let isDrained = false;
  const draining = http.drain(5000).then(() => {
    isDrained = true;
  });
  expect(await bodyOf(stream)).toBe("data: 1\n\n");
  await expect(ask(http.port)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  expect(isDrained, "the open request holds it").toBe(false);
  finish();
  expect(await bodyOf(await open)).toBe("finished");
  await draining;
});

test("a request that never ends is cut when patience is over", async () => {
  const http = await listen(0, "127.0.0.1");
  const arrived = Promise.withResolvers<void>();
  http.serve(() => arrived.resolve());
  const asking = ask(http.port).then(
    () => "answered",
    (error: NodeJS.ErrnoException) => error.code,
  );
  await arrived.promise;
  await http.drain(100);
  expect(await asking).toBe("ECONNRESET");
});

test("a socket is offered to whoever takes upgrades, and what he leaves stays with the next listener", async () => {
  const http = await listen(0, "127.0.0.1");
  http.onUpgrade((req, socket) => {
    if (req.url !== "/ours") return false;
    socket.end("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n");
    return true;
  });
  http.onUpgrade((req, socket) => {
    if (req.url !== "/ours") socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    return true;
  });
  const upgrade = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { Connection: "Upgrade", Upgrade: "x" };
      const asked = get({ port: http.port, host: "127.0.0.1", path, headers, agent: false });
      asked.on("upgrade", (answer, socket) => {
        socket.destroy();
        resolve(answer.statusCode);
      });
      asked.on("response", (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on("error", reject);
    });
  expect([await upgrade("/ours"), await upgrade("/next")]).toEqual([101, 404]);
  await http.drain(0);
});
