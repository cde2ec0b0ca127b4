namespace FashionRecs.Experiments.Health;

/// <summary>What becomes of a unit that was seen in several arms, as a person is who came on two devices before signing in.</summary>
public enum MultipleExposure
{
    /// <summary>It is kept out.</summary>
    KeepOut,

    /// <summary>It counts in the arm that it saw first, with all that it did from then on.</summary>
    FirstExposure,
}
