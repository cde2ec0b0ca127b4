namespace FashionRecs.Experiments.Factors;

/// <summary>Something that is on or off in an arm, whatever the other factor is.</summary>
/// <param name="Name">What it is called, for example "words".</param>
/// <param name="Low">What its first level is called, for example "without words".</param>
/// <param name="High">What its second level is called; the main effect is this one's minus the first one's.</param>
public sealed record Factor(string Name, string Low, string High)
{
    /// <summary>Name of a level.</summary>
    public string Level(bool high) => high ? High : Low;
}
