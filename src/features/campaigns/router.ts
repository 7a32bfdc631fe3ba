import { may, router } from "#server/procedures.ts";
import { readAudience } from "./audience.ts";
import { createCampaign, updateCampaign } from "./commands.ts";
import { countCampaigns, getCampaign, listCampaigns } from "./queries.ts";
import { listRecipients } from "./recipients.ts";
import {
  Audience,
  AudienceReach,
  Campaign,
  CampaignCounts,
  CampaignPage,
  CountCampaigns,
  CreateCampaign,
  ListCampaigns,
  ListRecipients,
  OneCampaign,
  PauseCampaign,
  RecipientPage,
  ScheduleCampaign,
  SetCampaignStatus,
  StepCampaign,
  UpdateCampaign,
} from "./schema.ts";
import {
  cancelCampaign,
  pauseCampaign,
  resumeCampaign,
  scheduleCampaign,
  setCampaignStatus,
  startCampaign,
} from "./steps.ts";

const step = { input: StepCampaign, output: Campaign };

export const campaignsRouter = router({
  list: may("campaigns.read").read({ input: ListCampaigns, output: CampaignPage }, listCampaigns),
  counts: may("campaigns.read").read({ input: CountCampaigns, output: CampaignCounts }, countCampaigns),
  one: may("campaigns.read").read({ input: OneCampaign, output: Campaign }, (tx, { id }) => getCampaign(tx, id)),
  recipients: may("campaigns.read").read({ input: ListRecipients, output: RecipientPage }, listRecipients),
  audience: may("campaigns.read").read({ input: Audience, output: AudienceReach }, readAudience),
  create: may("campaigns.write").create({ input: CreateCampaign, output: Campaign }, createCampaign),
  update: may("campaigns.write").write({ input: UpdateCampaign, output: Campaign }, updateCampaign),
  schedule: may("campaigns.write").write({ input: ScheduleCampaign, output: Campaign }, scheduleCampaign),
  start: may("campaigns.write").write(step, startCampaign),
  pause: may("campaigns.write").write({ input: PauseCampaign, output: Campaign }, pauseCampaign),
  resume: may("campaigns.write").write(step, resumeCampaign),
  cancel: may("campaigns.write").write(step, cancelCampaign),
  setStatus: may("campaigns.write").write({ input: SetCampaignStatus, output: Campaign }, setCampaignStatus),
});
