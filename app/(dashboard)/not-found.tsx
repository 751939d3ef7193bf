import { NothingHere } from "@/components/shell/nothing-here";

/** A call, batch or bucket that is not here, inside the frame. */
export default function PlaceNotFound() {
  return <NothingHere />;
}
