namespace FashionRecs.Recommenders.Complements;

/// <summary>What one piece of evidence adds to, or takes from, the score of a pairing.</summary>
/// <param name="Term">Its name among the shares, for example "colour".</param>
/// <param name="Label">Its name for shoppers.</param>
/// <param name="Hundredths">The share in hundredths: what is printed is the whole of it, so that the printed shares add up to the printed
/// score exactly.</param>
public sealed record PairingShare(string Term, string Label, int Hundredths)
{
    /// <summary>The share.</summary>
    public float Amount => Hundredths / 100f;
}
