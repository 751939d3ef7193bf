import type { Metadata } from "next";
import { IntakePlace } from "@/components/intake/intake-place";
import { definePage } from "@/lib/server/define-page";

export const metadata: Metadata = { title: "Intake" };

export default definePage(() => <IntakePlace />);
