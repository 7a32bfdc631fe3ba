"use client";
import { useTranslations } from "next-intl";
import { cx } from "#ui/cx.ts";
import { Player } from "./player.tsx";
import { useSpeakers } from "./speaker.tsx";
import { Transcript } from "./transcript.tsx";
import { TranscriptTools } from "./transcript-tools.tsx";
import type { Conversation } from "./types.ts";
import { useRecording } from "./use-recording.ts";
import { useTranscriptSearch } from "./use-transcript-search.ts";

type Props = { conversation: Conversation /** Words it was found by. */; find: string; className: string };

/** The recording and the transcript, which follow each other. */
export function Said({ conversation, find, className }: Props) {
  const t = useTranslations("conversations");
  const { type, status, audio_url, transcript } = conversation;
  const recording = useRecording({ id: conversation.id, url: audio_url });
  const search = useTranscriptSearch(transcript, find);
  const speakers = useSpeakers(conversation);
  const sides = [...new Set(transcript.map(({ speaker }) => speaker))].filter((speaker) => speaker !== "tool");
  return (
    <div className={cx("flex min-h-0 min-w-0 flex-col", className)}>
      <h2 className="sr-only">{t("transcript")}</h2>
      {type === "voice" ? <Player recording={recording} url={audio_url} live={status === "in_progress"} /> : null}
      <TranscriptTools search={search}>
        {sides.map((speaker) => (
          <span key={speaker} className="flex min-w-0 items-center gap-2">
            {speakers.mark(speaker, "sm")}
            <bdi className="cut">{speakers.name(speaker)}</bdi>
          </span>
        ))}
      </TranscriptTools>
      <Transcript conversation={conversation} recording={recording} search={search} speakers={speakers} />
    </div>
  );
}
