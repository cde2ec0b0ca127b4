using FashionRecs.Web.Layout;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddLayout();

var app = builder.Build();
app.UseLayout();
app.UseAntiforgery();
app.MapLayout();
app.Run();

/// <summary>The shop's entry point, visible to tests that start it in their own process.</summary>
public partial class Program;
