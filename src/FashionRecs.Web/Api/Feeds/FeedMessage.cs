namespace FashionRecs.Web.Api.Feeds;

/// <summary>A feed to be made.</summary>
/// <param name="Name">What people call it; 1 to 100 characters.</param>
/// <param name="Address">Where the list of products is, in any form that an import reads; begins with https://.</param>
/// <param name="EveryMinutes">Minutes from one run to the next, 5 to 44,640.</param>
internal sealed record FeedMessage(string Name, string Address, int EveryMinutes);
