namespace FashionRecs.Application.Privacy;

/// <summary>
/// All that the database holds. The page about privacy is made from this list, and a test holds the list against the tables that there are,
/// against what people can download and against what is left once they have deleted everything.
/// </summary>
public static class StoredTables
{
    /// <summary>Every table.</summary>
    public static IReadOnlyList<StoredTable> All { get; } =
    [
        new("Shoppers", Concern.Shopper,
            "A number for you, when you first liked something, and a mark that visitors share who came from one address in one week. The "
                + "address itself is not kept.",
            "To know you again on your next page, and so that nobody can pass themselves off as many.", "shopper"),
        new("Events", Concern.Shopper, "What you liked, put into the bag, opened, passed over, hid, and set by hand, with the time.",
            "To learn your taste and to say why something is shown.", "events"),
        new("Impressions", Concern.Shopper, "Which lists were on your screen, with the time.", "To know what you could have chosen from.",
            "shown"),
        new("Exposures", Concern.Shopper, "Which version of a page you were shown in an experiment.",
            "To find out whether explanations help.", "experiments"),
        new("Outcomes", Concern.Shopper, "What you did with it, and your answers to questions.", "To find out whether explanations help.",
            "experiments"),
        new("Participants", Concern.Shopper, "If you take part in a study by a link: how far you came, when, and what you answered.",
            "For the study you agreed to.", "study"),
        new("Accounts", Concern.Account, "Your address, a hash of your password, and whether a second step is on.",
            "To let you, and nobody else, in.", "account"),
        new("AccountSessions", Concern.Account, "Where you are signed in: browser, system, since when and last used.",
            "So that you can sign out anywhere.", "signingIn"),
        new("AccountPasskeys", Concern.Account, "The public halves of your passkeys and the names you gave them.",
            "To let you in without a password.", "signingIn"),
        new("AccountTokens", Concern.Account, "The key of your authenticator and your recovery codes.", "To check the second step."),
        new("AccountRoles", Concern.Account, "Which roles you have.", "To open staff's pages to staff.", "signingIn"),
        new("AccountClaims", Concern.Account),
        new("AccountLogins", Concern.Account),
        new("ReviewActs", Concern.Staff, "Who reviewed which tag, when, and what they wrote.", "To weigh annotations against each other."),
        new("Annotations", Concern.Staff, "The same, from before there were several annotations of a tag.",
            "To weigh annotations against each other."),
        new("GroundTruthTags", Concern.Staff, "Who decided a tag.", "To say who stands for it."),
        new("CatalogImports", Concern.Staff, "Who handed in a list of products.", "To ask back."),
        new("ProductChanges", Concern.Staff, "Who changed, withdrew or deleted a product, when, and what it was before.",
            "To ask back, and to take it back."),
        new("WeightsUses", Concern.Staff, "Who took weights into use.", "To ask back."),
        new("Experiments", Concern.Staff, "Who planned, started and stopped an experiment.", "To keep a record of decisions."),
        new("Roles", Concern.Nobody),
        new("DeletedUnits", Concern.Nobody),
        new("RoleClaims", Concern.Nobody),
        new("Products", Concern.Nobody),
        new("CatalogRevision", Concern.Nobody),
        new("CatalogImportItems", Concern.Nobody),
        new("RegionChecks", Concern.Nobody),
        new("EarlierPredictions", Concern.Nobody),
        new("Weights", Concern.Nobody),
        new("Settings", Concern.Nobody),
        new("ApiKeys", Concern.Nobody),
        new("Keys", Concern.Nobody),
        new("Jobs", Concern.Nobody),
        new("Feeds", Concern.Nobody),
        new("Webhooks", Concern.Nobody),
        new("WebhookMessages", Concern.Nobody),
        new("WebhookMarks", Concern.Nobody),
    ];
}
