using FashionRecs.Application.Jobs;

namespace FashionRecs.Web.Hosting.Jobs;

/// <summary>Lets a web server do jobs.</summary>
public static class JobsRegistration
{
    public static IServiceCollection AddJobService(this IServiceCollection services) =>
        services.AddSingleton(JobPlace.Server).AddSingleton<IJobLog, LoggedJobs>().AddHostedService<JobService>();
}
