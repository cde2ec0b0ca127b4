namespace FashionRecs.Experiments.Lab;

/// <summary>How far the people with a link came.</summary>
/// <param name="Links">Links that were made.</param>
/// <param name="Agreed">Who agreed to take part, withdrawn or not.</param>
/// <param name="Declined">Who did not want to.</param>
/// <param name="Finished">Who came to the end and did not withdraw.</param>
/// <param name="Withdrew">Who took their agreement back.</param>
/// <param name="Inattentive">Who failed an attention check, of those who take part.</param>
/// <param name="LeftOut">Of them, who are left out, as was preregistered.</param>
/// <param name="OnTwoDevices">Who went on on a second device.</param>
public sealed record LabCount(
    int Links, int Agreed, int Declined, int Finished, int Withdrew, int Inattentive, int LeftOut, int OnTwoDevices);
