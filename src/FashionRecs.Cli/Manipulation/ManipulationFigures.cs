using FashionRecs.Domain.Statistics;

namespace FashionRecs.Cli.Manipulation;

/// <summary>How often one search found a right answer among the first.</summary>
/// <param name="Pictures">The set of pictures.</param>
/// <param name="Attribute">Code of the asked attribute, or "all".</param>
/// <param name="Search">The search and its chosen settings.</param>
/// <param name="Questions">How many were asked.</param>
/// <param name="Asked">About how many garments.</param>
/// <param name="First">Share with a right answer in the first place.</param>
/// <param name="Five">Among the first five.</param>
/// <param name="Ten">Among the first ten.</param>
/// <param name="Chance">The mean share of the pictures that is right: what one drawn at random reaches.</param>
internal sealed record ManipulationFigures(
    string Pictures, string Attribute, string Search, int Questions, int Asked, BootstrapInterval First, BootstrapInterval Five,
    BootstrapInterval Ten, double Chance);
