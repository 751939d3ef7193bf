/** A Zelto that only says yes, in a process of its own: `node stand-in.ts <latency in ms>`. Prints its port. */
import { createServer } from "node:http";

const latencyMs = Number(process.argv[2] ?? "0");
let received = 0;

const server = createServer((request, response) => {
  if (request.method === "GET") {
    const isCount = request.url === "/count";
    response.writeHead(isCount ? 200 : 404, { "content-type": "application/json" });
    response.end(isCount ? String(received) : "{}");
    return;
  }
  request.resume();
  request.on("end", () => {
    received += 1;
    const answer = (): void => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end('{"received":true}');
    };
    if (latencyMs === 0) answer();
    else setTimeout(answer, latencyMs);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" && address ? address.port : 0}\n`);
});
