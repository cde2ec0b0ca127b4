namespace FashionRecs.Experiments.Scales;

/// <summary>
/// Scales that ship, after the constructs of ResQue (Pu, Chen, Hu, "A User-Centric Evaluation Framework for Recommender Systems", RecSys
/// 2011) in words of our own and for this kind of shop: reliability and validity that were published for the original wording are not
/// theirs, so both are to be measured anew.
/// </summary>
public static class StandardScales
{
    private const string ResQue = "After ResQue (Pu, Chen, Hu, RecSys 2011), reworded";

    /// <summary>All of them; each statement is a key of the shop's texts.</summary>
    public static IReadOnlyList<QuestionScale> All { get; } =
    [
        new("explanation", "Explanation and transparency",
        [
            new("explanation-1", "The shop told me why it picked these things for me."),
            new("explanation-2", "I understood why I was shown what I was shown."),
            new("explanation-3", "It was hard to see what these picks have to do with me.", Reversed: true),
            new("explanation-4", "The reasons helped me to judge the picks."),
        ], ResQue),
        new("trust-scale", "Trust and confidence",
        [
            new("trust-1", "I trust the picks of this shop."),
            new("trust-2", "The picks convinced me."),
            new("trust-3", "I am sure that I will like what I chose."),
            new("trust-4", "The picks left me unsure what to choose.", Reversed: true),
        ], ResQue),
    ];
}
