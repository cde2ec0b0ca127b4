using FashionRecs.Application.Nodes;

namespace FashionRecs.Web.Hosting.Nodes;

/// <summary>Lets a web server be one of several.</summary>
public static class NodesRegistration
{
    public static IServiceCollection AddNodes(this IServiceCollection services) =>
        services.AddSingleton<NodeRoster>().AddHostedService<NodeAnnouncer>().AddHostedService<NewsFollower>();
}
