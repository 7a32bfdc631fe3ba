import { may, router } from "#server/procedures.ts";
import { createCampaign, setCampaignStatus } from "./commands.ts";
import { getCampaign, listCampaigns } from "./queries.ts";
import { Campaign, CampaignPage, CreateCampaign, ListCampaigns, OneCampaign, SetCampaignStatus } from "./schema.ts";

export const campaignsRouter = router({
  list: may("campaigns.read").read({ input: ListCampaigns, output: CampaignPage }, listCampaigns),
  one: may("campaigns.read").read({ input: OneCampaign, output: Campaign }, (tx, { id }) => getCampaign(tx, id)),
  create: may("campaigns.write").create({ input: CreateCampaign, output: Campaign }, createCampaign),
  setStatus: may("campaigns.write").write({ input: SetCampaignStatus, output: Campaign }, setCampaignStatus),
});
