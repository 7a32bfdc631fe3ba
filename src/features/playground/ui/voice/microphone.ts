import type { CallFault } from "./call-state.ts";

/** Asks the browser for the microphone and lets it go again: the voice library takes it itself. Answers what is in the way. */
export async function askMicrophone(): Promise<CallFault | null> {
  // Missing where the portal is opened over plain HTTP.
  if (!navigator.mediaDevices?.getUserMedia) return "no_microphone";
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return null;
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    return name === "NotAllowedError" || name === "SecurityError" ? "refused" : "no_microphone";
  }
}

/** The chosen devices, without those that have been unplugged since: the system's own take their place. */
export async function stillPresent(chosen: { input: string; output: string }) {
  const { inputs, outputs } = await listDevices();
  const kept = (id: string, devices: readonly Device[]) => (devices.some((device) => device.id === id) ? id : "");
  return { input: kept(chosen.input, inputs), output: kept(chosen.output, outputs) };
}

export type Device = { id: string; label: string };

/** The devices that there are. Speakers only where a browser can choose one; names only once the microphone was allowed. */
export async function listDevices(): Promise<{ inputs: Device[]; outputs: Device[] }> {
  const all = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
  const of = (kind: MediaDeviceKind) =>
    all
      .filter((one) => one.kind === kind && one.deviceId !== "")
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { inputs: of("audioinput"), outputs: "setSinkId" in HTMLMediaElement.prototype ? of("audiooutput") : [] };
}
