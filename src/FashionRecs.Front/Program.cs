using Yarp.ReverseProxy.Health;

// Stands before several servers of one shop: sends each visitor to the same one, and to another where that one cannot serve.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddReverseProxy().LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"));
// A server that was killed is left out after its second refused connection, without waiting for the next question of its health.
builder.Services.Configure<TransportFailureRateHealthPolicyOptions>(options =>
{
    options.DetectionWindowSize = TimeSpan.FromSeconds(10);
    options.MinimalTotalCountThreshold = 2;
    options.DefaultFailureRateLimit = 0.3;
});

var app = builder.Build();
app.MapReverseProxy();
app.Run();
