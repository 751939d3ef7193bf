import { OwnedByAnother, takeOwnership } from "@/lib/server/db/owner-lock";

/** A process that takes a data folder, says how it went, and holds it until it is ended. */
try {
  takeOwnership(process.argv[2] ?? "");
  process.stdout.write("owned\n");
  process.stdin.resume();
} catch (error) {
  process.stdout.write(error instanceof OwnedByAnother ? `refused: ${error.message}\n` : "failed\n");
}
