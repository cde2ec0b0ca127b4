namespace FashionRecs.Web.Api.Shoppers;

/// <summary>What is believed of a shopper. Of one of whom nothing is known it is empty.</summary>
/// <param name="Shopper">The shopper's number.</param>
/// <param name="Events">How many things they did stand.</param>
/// <param name="SameForEverybody">Whether nothing of it is used, as they asked.</param>
/// <param name="Beliefs">Strongest first.</param>
/// <param name="Liked">Products they like.</param>
/// <param name="Bag">Products in their bag.</param>
/// <param name="Disliked">Products they dislike.</param>
/// <param name="Hidden">Products they asked not to see again.</param>
internal sealed record ShopperAnswer(
    Guid Shopper, int Events, bool SameForEverybody, IReadOnlyList<BeliefAnswer> Beliefs, IReadOnlyList<string> Liked,
    IReadOnlyList<string> Bag, IReadOnlyList<string> Disliked,
    IReadOnlyList<string> Hidden);

/// <summary>What was learned about a value or a family of values.</summary>
/// <param name="Code">The value or family.</param>
/// <param name="Phrase">In a shopper's words.</param>
/// <param name="Weight">How much they care for it; below 0 they would rather not.</param>
/// <param name="Deviation">Standard deviation of the weight; 0 for a pinned one.</param>
/// <param name="Certainty">Chance in [0.5, 1] that the weight has this sign.</param>
/// <param name="Pinned">Whether they keep it where it is.</param>
/// <param name="Events">How many of their acts it was learned from.</param>
internal sealed record BeliefAnswer(string Code, string Phrase, double Weight, double Deviation, double Certainty, bool Pinned, int Events);

/// <summary>How much a shopper cares for a value.</summary>
/// <param name="Weight">In [-8, 8].</param>
/// <param name="Pinned">Whether it stays there whatever they do.</param>
internal sealed record BeliefMessage(double Weight, bool Pinned = false);

/// <summary>How everything is ranked for a shopper.</summary>
/// <param name="SameForEverybody">Whether nothing they did is used.</param>
internal sealed record RankingMessage(bool SameForEverybody);

/// <summary>Whom what was done is given to.</summary>
/// <param name="Into">The other shopper.</param>
internal sealed record MergeMessage(string Into);
